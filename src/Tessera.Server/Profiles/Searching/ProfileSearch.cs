using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Identity.Contracts;

namespace Tessera.Server.Profiles.Searching;

/// <summary>Finds customers while somebody types: by the beginning of any identifier, e-mail address, name or word of a name, and then by any part of one.</summary>
/// <remarks>Of what begins with a text the first 2,000 in the alphabet are listed, and as many of what contains it: whoever wants more types another letter.</remarks>
internal sealed class ProfileSearch(ClickHouseClient engine, ICustomerIdentity identity)
{
    private const int Most = 2000;
    private static readonly Statement Beginning = Load("TermsBeginning");
    private static readonly Statement Containing = Load("TermsContaining");

    /// <summary>Profiles, the best matches first, after one of them if it is given.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="search">What to search for, not empty.</param>
    /// <param name="after">The last one that was answered; null for the first page.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<FoundProfile>> FindAsync(WorkspaceKey workspace, string search, FoundProfile? after, int limit, CancellationToken cancellationToken)
    {
        var beginning = Fold(await TermsAsync(Beginning, workspace, search, cancellationToken), search, []);
        var found = Rest(beginning, after).Take(limit).ToList();
        if (found.Count < limit)
        {
            // A scan of all there is, so only when it is needed.
            var containing = Fold(await TermsAsync(Containing, workspace, search, cancellationToken), search, beginning.Select(profile => profile.ProfileId));
            found.AddRange(Rest(containing, after).Take(limit - found.Count));
        }

        return found;
    }

    private static IEnumerable<FoundProfile> Rest(IReadOnlyList<FoundProfile> all, FoundProfile? after) => after is null ? all : all.Where(profile => Compare(profile, after) > 0);

    private static int Compare(FoundProfile one, FoundProfile other)
    {
        var byRank = one.Rank.CompareTo(other.Rank);
        var byTerm = byRank != 0 ? byRank : string.CompareOrdinal(one.Term, other.Term);
        return byTerm != 0 ? byTerm : one.ProfileId.CompareTo(other.ProfileId);
    }

    private Task<List<(Guid Node, string Term)>> TermsAsync(Statement statement, WorkspaceKey workspace, string search, CancellationToken cancellationToken) =>
        engine.ListAsync<(Guid Node, string Term)>(statement.With("workspace", workspace.Value).With("search", search).With("limit", Most), cancellationToken);

    // A customer is listed once, where they match best.
    private List<FoundProfile> Fold(List<(Guid Node, string Term)> terms, string search, IEnumerable<Guid> known)
    {
        var seen = known.ToHashSet();
        var text = search.ToLowerInvariant();
        var found = terms
            .Select(term => new FoundProfile(identity.ProfileOf(term.Node), term.Term == text ? 0 : term.Term.StartsWith(text, StringComparison.Ordinal) ? 1 : 2, term.Term))
            .ToList();
        found.Sort(Compare);
        found.RemoveAll(profile => !seen.Add(profile.ProfileId));
        return found;
    }

    private static Statement Load(string name) => new(EmbeddedSql.Read($"Profiles/Sql/{name}.sql"));
}
