import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.tdb2.TDB2Factory;

/** Answers every NAME.rq of a folder over a TDB2 database and writes NAME.json beside it. */
public class JenaAnswers {
    public static void main(String[] arguments) throws Exception {
        Dataset dataset = TDB2Factory.connectDataset(arguments[0]);
        dataset.begin(ReadWrite.READ);
        try (DirectoryStream<Path> queries = Files.newDirectoryStream(Path.of(arguments[1]), "*.rq")) {
            for (Path query : queries) {
                Path answer = Path.of(query.toString().replace(".rq", ".json"));
                try (QueryExecution run = QueryExecutionFactory.create(Files.readString(query), dataset);
                        OutputStream stream = Files.newOutputStream(answer)) {
                    ResultSetFormatter.outputAsJSON(stream, run.execSelect());
                }
            }
        } finally {
            dataset.end();
        }
    }
}
