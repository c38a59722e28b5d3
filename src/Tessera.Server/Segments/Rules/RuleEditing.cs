using Tessera.Domain;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Segments.Rfm.Naming;
using Tessera.Server.Segments.Rules.Endpoints;

namespace Tessera.Server.Segments.Rules;

/// <summary>Makes, changes and deletes segments: everything that can be wrong is found before anything is kept, and members are found right after.</summary>
internal sealed class RuleEditing(RuleStore store, RuleChecker checker, RuleRemoval removal, RuleQueue queue, RouteNames routes)
{
    private const int LongestKey = 64;
    private const int LongestName = 200;
    private const int LongestDescription = 2000;

    /// <summary>Makes a segment.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="key">Its key.</param>
    /// <param name="name">Its name.</param>
    /// <param name="definition">Its definition.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="library">The ready segment it is made of; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What is wrong; null when it is made.</returns>
    public async Task<Problem?> CreateAsync(
        WorkspaceKey workspace, string? key, string? name, string? definition, string? description, string by, string? library, CancellationToken cancellationToken)
    {
        var isKey = key is not null && IsKey(key);
        var wrong = Complaints(name, description);
        if (!isKey)
        {
            wrong.Insert(0, new FieldProblem("key", "segment-key-invalid", $"key is \"{key}\"; give lower-case letters, digits and hyphens, at most {LongestKey}, beginning with a letter."));
        }
        else if (routes.Contains(key!))
        {
            wrong.Insert(0, new FieldProblem("key", "segment-key-reserved", KeyReserved(key!)));
        }

        var read = await checker.CheckAsync(workspace, definition ?? string.Empty, isKey ? key : null, cancellationToken);
        var isTaken = isKey && (IsReserved(key!) || await store.FindAsync(workspace, key!, cancellationToken) is not null);
        if (wrong.Count > 0 || read.Segment is not { } segment || !read.Check.IsAccepted)
        {
            return RuleProblems.Refused(isTaken ? [RuleProblems.Taken(key!), .. wrong] : wrong, read.Check.Diagnostics);
        }

        if (key is null || IsReserved(key))
        {
            return RuleProblems.KeyTaken(key ?? string.Empty);
        }

        await removal.ForgetAsync(workspace, [key], cancellationToken);
        var outcome = await store.AddAsync(workspace, key, new RuleText(name!.Trim(), description?.Trim() ?? string.Empty, segment.ToString()), by, library, cancellationToken);
        if (!outcome.IsDone)
        {
            return RuleProblems.Refused(outcome) ?? RuleProblems.KeyTaken(key);
        }

        queue.Enqueue(workspace);
        return null;
    }

    /// <summary>Changes what is given about a segment; what is null stays.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="key">The segment.</param>
    /// <param name="name">Its new name.</param>
    /// <param name="definition">Its new definition.</param>
    /// <param name="description">Its new description.</param>
    /// <param name="from">The version that the change was made from, which must still be in force; null for whatever is.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What is wrong; null when it is changed.</returns>
    public async Task<Problem?> ChangeAsync(
        WorkspaceKey workspace, string key, string? name, string? definition, string? description, long? from, string by, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(workspace, key, cancellationToken) is not { } old)
        {
            return RuleProblems.Missing(key);
        }

        if (from is { } version && version != old.Version)
        {
            return RuleProblems.Changed(key);
        }

        var wrong = Complaints(name ?? old.Name, description);
        var read = await checker.CheckAsync(workspace, definition ?? old.Definition, key, cancellationToken);
        if (wrong.Count > 0 || read.Segment is not { } segment || !read.Check.IsAccepted)
        {
            return RuleProblems.Refused(wrong, read.Check.Diagnostics);
        }

        var text = new RuleText((name ?? old.Name).Trim(), (description ?? old.Description).Trim(), segment.ToString());
        if (text == old.Text)
        {
            return null;
        }

        var outcome = await store.ChangeAsync(workspace, key, old.Version, text, by, cancellationToken);
        if (!outcome.IsDone)
        {
            return RuleProblems.Refused(outcome) ?? RuleProblems.Changed(key);
        }

        queue.Enqueue(workspace);
        return null;
    }

    /// <summary>Deletes a segment that no other refers to.</summary>
    /// <returns>What is wrong; null when it is gone.</returns>
    public async Task<Problem?> DeleteAsync(WorkspaceKey workspace, string key, CancellationToken cancellationToken)
    {
        var outcome = await removal.RemoveAsync(workspace, key, cancellationToken);
        return outcome.IsDone ? null : RuleProblems.Refused(outcome) ?? RuleProblems.Missing(key);
    }

    /// <summary>Whether a key is that of a segment of the RFM model.</summary>
    public static bool IsReserved(string key) => SegmentNamings.Full.TryFind(key, out _) || SegmentNamings.Short.TryFind(key, out _);

    /// <summary>Whether a text can be a segment's key.</summary>
    public static bool IsKey(string key) =>
        key.Length is > 0 and <= LongestKey && char.IsAsciiLetterLower(key[0]) && key.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    /// <summary>Why a key is refused that is a word of the API's addresses.</summary>
    public static string KeyReserved(string key) => $"\"{key}\" cannot be a segment's key, since the address /api/segments/{key} stands for something else; choose another key.";

    /// <summary>What is wrong with a name and description.</summary>
    public static List<FieldProblem> Complaints(string? name, string? description)
    {
        List<FieldProblem> wrong = [];
        if (string.IsNullOrWhiteSpace(name))
        {
            wrong.Add(new FieldProblem("name", "segment-invalid", "The segment has no name: give one in name."));
        }
        else if (name.Length > LongestName)
        {
            wrong.Add(new FieldProblem("name", "segment-invalid", $"name has {name.Length} characters; give at most {LongestName}."));
        }

        if (description?.Length > LongestDescription)
        {
            wrong.Add(new FieldProblem("description", "segment-invalid", $"description has {description.Length} characters; give at most {LongestDescription}."));
        }

        return wrong;
    }
}
