using Microsoft.AspNetCore.Http;
using Tessera.Domain;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Imports.Jobs;
using Tessera.Server.Imports.Planning;

namespace Tessera.Server.Imports.Endpoints;

/// <summary>Takes files in: onto disk, into metadata, into the queue. Once it answers, the import survives whatever happens.</summary>
internal sealed class ImportIntake(UploadReader uploads, ImportSpool spool, ImportStore store, ImportRunner runner, TimeProvider time)
{
    private const string MapPrefix = "map.";

    /// <summary>Takes one upload in.</summary>
    /// <exception cref="ProblemException">The request is not an upload.</exception>
    /// <exception cref="ImportException">The file is empty, or an option is not possible.</exception>
    public async Task<ImportRecord> ReceiveAsync(HttpRequest request, WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow());
        var stored = (Bytes: 0L, Sha256: string.Empty);
        try
        {
            var upload = await uploads.ReadAsync(request, async content => stored = await spool.StoreAsync(id, content, cancellationToken), cancellationToken);
            Check(upload, stored.Sha256.Length > 0, stored.Bytes);
            var import = new ImportRecord
            {
                Id = id,
                Workspace = workspace,
                Kind = upload.Kind!.Value,
                FileName = upload.FileName!,
                Sha256 = stored.Sha256,
                BytesTotal = stored.Bytes,
                Map = upload.Map,
                Options = upload.Options,
                CreatedAt = time.GetUtcNow(),
            };
            await store.AddAsync(import, cancellationToken);
            runner.Enqueue(import);
            return import;
        }
        catch
        {
            spool.DeleteAll(id);
            throw;
        }
    }

    /// <summary>Puts an import back into the queue with what its questions were answered.</summary>
    /// <exception cref="ImportException">An answer is not possible.</exception>
    public async Task<ImportRecord> AnswerAsync(ImportRecord import, IReadOnlyDictionary<string, string> answers, CancellationToken cancellationToken)
    {
        var map = new Dictionary<string, string>(import.Map, StringComparer.Ordinal);
        var options = import.Options;
        foreach (var (question, answer) in answers)
        {
            options = question switch
            {
                "dateFormat" => options with { DateFormat = answer },
                "numberFormat" => options with { NumberFormat = answer },
                "currency" => options with { Currency = answer },
                "timeZone" => options with { TimeZone = answer },
                "sheet" => options with { Sheet = answer },
                _ when question.StartsWith(MapPrefix, StringComparison.Ordinal) => options,
                _ => throw ImportErrors.NoSuchQuestion(question),
            };
            if (question.StartsWith(MapPrefix, StringComparison.Ordinal))
            {
                map[question[MapPrefix.Length..]] = answer;
            }
        }

        CheckOptions(options);
        var answered = import with { State = ImportState.Queued, Map = map, Options = options };
        await store.SaveAsync(answered, cancellationToken);
        runner.Enqueue(answered);
        return answered;
    }

    private static void Check(UploadedImport upload, bool hasFile, long bytes)
    {
        if (!hasFile || upload.FileName is null)
        {
            throw new ProblemException(ImportProblems.Malformed("The request has no file: send it in a part named file."));
        }

        if (upload.Kind is null)
        {
            throw new ProblemException(ImportProblems.Malformed("The request does not say what the file holds: add a part kind that says orders, events or customers."));
        }

        if (bytes == 0)
        {
            throw ImportErrors.Empty(upload.FileName);
        }

        CheckOptions(upload.Options);
    }

    private static void CheckOptions(ImportOptions options)
    {
        _ = OptionReader.Reading(options);
        _ = OptionReader.CustomerKind(options);
        _ = OptionReader.Dates(options);
        _ = OptionReader.Numbers(options);
        _ = OptionReader.Currency(options);
        _ = OptionReader.Rates(options);
        _ = options.TimeZone is { } zone ? OptionReader.Zone(zone) : null;
    }
}
