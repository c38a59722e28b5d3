using Tessera.Domain;

namespace Tessera.Server.Segments.Rfm;

/// <summary>What is to be computed.</summary>
/// <param name="Workspace">Whose customers.</param>
/// <param name="TimeZone">The IANA time zone in which the workspace's days begin.</param>
/// <param name="Options">How.</param>
internal sealed record RfmModel(WorkspaceKey Workspace, string TimeZone, RfmOptions Options)
{
    /// <summary>The name of the one model that a workspace has so far.</summary>
    public const string Key = "rfm";

    /// <summary>What values are measured against, as of a reference date.</summary>
    public RfmFrame Frame(DateOnly referenceDate) => new(TimeZone, referenceDate, Options.Monetary == RfmMonetary.Net);
}
