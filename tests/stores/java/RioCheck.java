import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.rio.Rio;

/** Reads files with RDF4J Rio, as GraphDB does: a line each, the number of different statements or what is wrong. */
public class RioCheck {
    public static void main(String[] files) throws Exception {
        for (String file : files) {
            try (InputStream stream = Files.newInputStream(Path.of(file))) {
                Model found = Rio.parse(stream, "https://kg.example/", Rio.getParserFormatForFileName(file).orElseThrow());
                System.out.println(found.size());
            } catch (Exception error) {
                System.out.println(error.toString().replace('\n', ' '));
            }
        }
    }
}
