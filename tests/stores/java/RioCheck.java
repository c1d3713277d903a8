import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;

/** Reads files with RDF4J Rio, which GraphDB reads with, and prints how many different statements each holds. */
public class RioCheck {
    public static void main(String[] files) throws Exception {
        for (String file : files) {
            RDFFormat format = Rio.getParserFormatForFileName(file).orElseThrow();
            try (InputStream stream = Files.newInputStream(Path.of(file))) {
                Model found = Rio.parse(stream, "https://kg.example/", format);
                System.out.println(found.size());
            }
        }
    }
}
