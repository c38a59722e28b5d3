using Microsoft.AspNetCore.Http;
using Tessera.Domain;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Imports.Jobs;
using Tessera.Server.Imports.Orders;
using Tessera.Server.Imports.Planning;
using Tessera.Server.Imports.Reading;

namespace Tessera.Server.Imports.Endpoints;

/// <summary>Guesses from the beginning of a file how it would be read.</summary>
internal sealed class ImportGuesser(UploadReader uploads, ImportMoney money)
{
    /// <summary>The longest beginning that is looked at. Text needs no more than the first MiB; a workbook is read as a whole.</summary>
    public const int MostBytes = 64 << 20;

    /// <summary>Guesses.</summary>
    /// <exception cref="ProblemException">The request is not an upload.</exception>
    /// <exception cref="ImportException">The file is not a table.</exception>
    public async Task<ImportGuess> GuessAsync(HttpRequest request, WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        using var start = new MemoryStream();
        var upload = await uploads.ReadAsync(request, content => content.CopyToAsync(start, cancellationToken), cancellationToken);
        if (upload.FileName is null)
        {
            throw new ProblemException(ImportProblems.Malformed("The request has no file: send its beginning in a part named file."));
        }

        var kind = upload.Kind switch
        {
            ImportKind.Customers => TableKind.Customers,
            ImportKind.Events => throw new ProblemException(ImportProblems.Malformed("A file of tracking calls needs no mapping: import it as it is.")),
            _ => TableKind.Orders,
        };
        var place = await money.WorkspaceAsync(workspace, cancellationToken);
        var file = new Beginning(start.ToArray(), upload.FileName);
        return ImportGuess.Of(await Task.Run(() => new TablePlanner(file, kind, upload.Map, upload.Options, place, isSample: true).Plan(), cancellationToken));
    }

    /// <summary>The beginning of a file, in memory. A text is cut after its last whole line.</summary>
    private sealed class Beginning(byte[] bytes, string name) : IImportFile
    {
        private readonly int length = WholeLines(bytes);

        public string Name => name;

        public long Length => length;

        public Stream Open() => new MemoryStream(bytes, 0, length, writable: false);

        private static int WholeLines(byte[] bytes)
        {
            var isText = FileSignature.Recognise(bytes.AsSpan(0, Math.Min(bytes.Length, FileSignature.Length))).Content == FileContent.Text;
            var lastLine = Array.LastIndexOf(bytes, (byte)'\n');
            var hasMore = isText && lastLine > 0 && bytes.AsSpan(0, lastLine).Contains((byte)'\n') && !TextEncoding.LooksLikeUtf16(bytes.AsSpan(0, Math.Min(bytes.Length, 1000)));
            return hasMore ? lastLine + 1 : bytes.Length;
        }
    }
}
