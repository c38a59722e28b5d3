namespace Tessera.Segments.Explaining;

/// <summary>Time passes, and what is named is not done in it.</summary>
/// <param name="Until">The instant at which it is enough.</param>
/// <param name="Without">The events that must not be done until then; empty where it is only time that counts.</param>
public sealed record WaitStep(DateTimeOffset Until, IReadOnlyList<string> Without) : ChangeStep
{
    /// <inheritdoc/>
    public override string Kind => Without.Count > 0 ? "stop" : "wait";
}
