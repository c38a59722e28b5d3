namespace Tessera.Server.Segments.Rfm;

/// <summary>How far a workspace's model is.</summary>
/// <param name="Options">The options it is to be computed with.</param>
/// <param name="Requested">Grows by one with every reason to compute anew; 0 when there was none yet.</param>
/// <param name="Computed">The value of <paramref name="Requested"/> that the current version accounts for.</param>
/// <param name="Failure">Why the last try failed, in one sentence; null when it did not.</param>
internal sealed record RfmModelState(RfmOptions Options, long Requested, long Computed, string? Failure)
{
    /// <summary>Whether something has changed since the current version was computed.</summary>
    public bool IsStale => Requested > Computed;
}
