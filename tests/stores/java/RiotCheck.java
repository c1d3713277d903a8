import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** Reads files with Jena's RIOT, taking warnings for errors: a line each, the number of different quads or what is wrong. */
public class RiotCheck {
    public static void main(String[] files) throws Exception {
        for (String file : files) {
            try {
                DatasetGraph found = DatasetGraphFactory.createTxnMem();
                RDFParserBuilder parser = RDFParser.source(file).errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging);
                if (file.endsWith(".jsonld")) {
                    // Debian packs no JSON library for Jena's parser of JSON-LD 1.1
                    parser.forceLang(Lang.JSONLD10);
                }
                parser.parse(found);
                System.out.println(found.stream(null, null, null, null).count());
            } catch (Exception error) {
                System.out.println(error.toString().replace('\n', ' '));
            }
        }
    }
}
