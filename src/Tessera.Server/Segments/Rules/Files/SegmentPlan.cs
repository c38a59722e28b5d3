namespace Tessera.Server.Segments.Rules.Files;

/// <summary>What has to be done for a workspace's segments to be those of some files.</summary>
/// <param name="Changes">What is to be made, changed, deleted, or left as it is, by key.</param>
/// <param name="Problems">What is wrong with the files; nothing is done while there is anything.</param>
internal sealed record SegmentPlan(IReadOnlyList<PlannedChange> Changes, IReadOnlyList<PlanProblem> Problems);

/// <summary>What is to be done with one segment.</summary>
/// <param name="Action"><c>create</c>, <c>change</c>, <c>delete</c> or <c>same</c>.</param>
/// <param name="Key">Its key.</param>
/// <param name="Before">The segment there is; null for none.</param>
/// <param name="After">What it is to be; null when it is to be deleted.</param>
/// <param name="SizeAfter">How many members it will have; null where that is not known.</param>
/// <param name="Warnings">What looks wrong.</param>
internal sealed record PlannedChange(string Action, string Key, RuleSegment? Before, RuleText? After, long? SizeAfter, IReadOnlyList<string> Warnings)
{
    public const string Create = "create";
    public const string Change = "change";
    public const string Delete = "delete";
    public const string Same = "same";
}

/// <summary>Something wrong with a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Code">What is wrong, for programs.</param>
/// <param name="Message">What is wrong, for people.</param>
internal sealed record PlanProblem(string Path, int Line, int Column, string Code, string Message);
