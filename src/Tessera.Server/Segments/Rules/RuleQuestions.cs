using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Segments;
using Tessera.Segments.Checking;
using Tessera.Server.Segments.Library;
using Tessera.Server.Segments.Rules.Previewing;
using Tessera.Server.Segments.Tables;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Segments.Rules;

/// <summary>Asks the engine who belongs to a definition, at any instant, over all history.</summary>
internal sealed class RuleQuestions(ClickHouseClient engine, ComputedValues computed, CustomerTableVersions versions, IWorkspaceDirectory workspaces, ProfileParts customers)
{
    private const string Asked = "the segment asked about";

    private static readonly Statement Customers =
        new("SELECT toInt64(count()) FROM profiles FINAL WHERE workspace = {workspace:String} AND first_seen <= {at:DateTime64(6, 'UTC')}");

    /// <summary>How many customers there were.</summary>
    public Task<long> CustomersAsync(WorkspaceKey workspace, DateTimeOffset at, CancellationToken cancellationToken) =>
        engine.SingleAsync<long>(Customers.With("workspace", workspace.Value).With("at", at), cancellationToken);

    /// <summary>Who belonged, and what kept segments these are in.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="segment">The definition.</param>
    /// <param name="segments">The segments it refers to.</param>
    /// <param name="at">The instant.</param>
    /// <param name="before">Only customers before this profile id are asked about; null: all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<PreviewFinding> PreviewAsync(
        WorkspaceKey workspace, Segment segment, ISegmentResolver segments, DateTimeOffset at, Guid? before, CancellationToken cancellationToken)
    {
        var definitions = new Dictionary<string, Segment>(StringComparer.Ordinal) { [Asked] = segment };
        if (before is not null)
        {
            return await FindAsync(new ProfileRange(null, before));
        }

        return await customers.AskAsync(workspace, async parts =>
        {
            var found = PreviewFinding.Nobody;
            foreach (var part in parts)
            {
                found = found.And(await FindAsync(part));
            }

            return found;
        });

        async Task<PreviewFinding> FindAsync(ProfileRange part) => await engine.SingleAsync<PreviewFinding>(
            RuleStatements.Preview(await CompileAsync(workspace, definitions, segments, at, cancellationToken, part), workspace, part), cancellationToken);
    }

    /// <summary>How many belong to each of some definitions, in their order.</summary>
    public async Task<long[]> SizesAsync(WorkspaceKey workspace, IReadOnlyList<Segment> definitions, ISegmentResolver segments, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var keys = definitions.Select((_, index) => $"{Asked} {index}").ToList();
        var named = keys.Zip(definitions).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        return await customers.AskAsync(workspace, async parts =>
        {
            var sizes = new long[definitions.Count];
            foreach (var part in parts)
            {
                var compiled = await CompileAsync(workspace, named, segments, at, cancellationToken, part);
                var found = await engine.SingleAsync<long[]>(RuleStatements.Sizes(compiled, keys), cancellationToken);
                sizes = found.Length > 0 ? [.. sizes.Zip(found, (before, more) => before + more)] : sizes;
            }

            return sizes;
        });
    }

    /// <summary>What the members of some definitions come to, numbered from 1, and everybody under 0.</summary>
    public async Task<List<LibraryFigure>> FiguresAsync(
        WorkspaceKey workspace, IReadOnlyList<Segment> definitions, FigureNames names, ISegmentResolver segments, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var keys = definitions.Select((_, index) => $"{Asked} {index}").ToList();
        var compiled = await CompileAsync(workspace, keys.Zip(definitions).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal), segments, at, cancellationToken);
        var totals = await versions.CurrentAsync(workspace, CustomerTable.Totals, cancellationToken);
        return await engine.ListAsync<LibraryFigure>(RuleStatements.Figures(compiled, keys, workspace, totals?.Version ?? 0, names, at), cancellationToken);
    }

    /// <summary>Members in the order of their profiles, after one of them.</summary>
    public async Task<List<Guid>> PageAsync(
        WorkspaceKey workspace, Segment segment, ISegmentResolver segments, DateTimeOffset at, Guid after, int limit, CancellationToken cancellationToken)
    {
        var definitions = new Dictionary<string, Segment>(StringComparer.Ordinal) { [Asked] = segment };
        return await customers.AskAsync(workspace, async parts =>
        {
            List<Guid> page = [];
            foreach (var part in parts.Select(part => part.After(after)).OfType<ProfileRange>())
            {
                if (page.Count < limit)
                {
                    var compiled = await CompileAsync(workspace, definitions, segments, at, cancellationToken, part);
                    page.AddRange(await engine.ListAsync<Guid>(RuleStatements.Page(compiled, after, limit - page.Count), cancellationToken));
                }
            }

            return page;
        });
    }

    /// <summary>The statement that lists all members at an instant.</summary>
    public async Task<Statement> ExportAsync(WorkspaceKey workspace, Segment segment, ISegmentResolver segments, DateTimeOffset at, CancellationToken cancellationToken) =>
        RuleStatements.Export(await CompileAsync(workspace, segment, segments, at, cancellationToken), workspace);

    /// <summary>Which definitions a customer belonged to, over all history, by the definitions' texts.</summary>
    public async Task<IReadOnlyDictionary<string, bool>> DecideAsync(
        WorkspaceKey workspace, IReadOnlyList<string> definitions, ISegmentResolver segments, DateTimeOffset at, Guid profile, CancellationToken cancellationToken)
    {
        var keys = definitions.Select((_, index) => $"{Asked} {index}").ToList();
        var compiled = await CompileAsync(
            workspace, keys.Zip(definitions).ToDictionary(pair => pair.First, pair => Segment.Parse(pair.Second).Segment!, StringComparer.Ordinal), segments, at, cancellationToken, only: profile);
        var truths = await engine.ListAsync<byte[]>(RuleStatements.Decide(compiled, keys), cancellationToken);
        return definitions.Index().ToDictionary(definition => definition.Item, definition => truths.Count > 0 && truths[0][definition.Index] == 1, StringComparer.Ordinal);
    }

    private Task<Tessera.Segments.Sql.SegmentStatement> CompileAsync(
        WorkspaceKey workspace, Segment segment, ISegmentResolver segments, DateTimeOffset at, CancellationToken cancellationToken) =>
        CompileAsync(workspace, new Dictionary<string, Segment>(StringComparer.Ordinal) { [Asked] = segment }, segments, at, cancellationToken);

    private async Task<Tessera.Segments.Sql.SegmentStatement> CompileAsync(
        WorkspaceKey workspace, IReadOnlyDictionary<string, Segment> definitions, ISegmentResolver segments, DateTimeOffset at, CancellationToken cancellationToken, ProfileRange part = default, Guid? only = null)
    {
        await computed.PointAsync(workspace, cancellationToken);
        var timeZone = (await workspaces.FindAsync(workspace, cancellationToken))?.TimeZone ?? "UTC";
        return RuleStatements.Compile(definitions, segments, workspace, at, timeZone, part, only);
    }
}
