using System.CommandLine;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera segments</c>: segments, their members and the reasons.</summary>
internal static class SegmentsCommand
{
    public static Command Create(ProgramEnvironment environment) => new("segments", "Shows and makes segments: their members, and why somebody is in one.")
    {
        SegmentListCommand.Create(environment),
        SegmentShowCommand.Create(environment),
        SegmentMembersCommand.Create(environment),
        SegmentExplainCommand.Create(environment),
        SegmentParseCommand.Create(environment),
        SegmentPreviewCommand.Create(environment),
        SegmentCreateCommand.Create(environment),
        SegmentChangeCommand.Create(environment),
        SegmentVersionsCommand.List(environment),
        SegmentVersionsCommand.Diff(environment),
        SegmentVersionsCommand.Restore(environment),
        SegmentDeleteCommand.Create(environment),
        SegmentCompareCommand.Create(environment),
        SegmentFlowCommand.Create(environment),
        SegmentHistoryCommand.Create(environment),
        SegmentLibraryCommand.List(environment),
        SegmentLibraryCommand.Adopt(environment),
        SegmentFilesCommand.Apply(environment),
        SegmentFilesCommand.Export(environment),
    };
}
