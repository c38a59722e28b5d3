namespace Tessera.Server.Imports.Jobs;

/// <summary>Where an import is on its way.</summary>
internal enum ImportState
{
    /// <summary>The file is here and waits for its turn.</summary>
    Queued,

    /// <summary>The file is read into the staging area; nothing of it can be seen yet.</summary>
    Reading,

    /// <summary>Every row was read; the new ones are moved to where they can be seen.</summary>
    Publishing,

    /// <summary>All of it is there.</summary>
    Done,

    /// <summary>It could not be imported; <see cref="ImportRecord.Error"/> says why. Nothing of it can be seen, unless publishing had begun.</summary>
    Failed,

    /// <summary>The file leaves something open that its sender must decide; see <see cref="ImportReport.Questions"/>.</summary>
    NeedsAnswer,
}
