namespace Tessera.Segments.Explaining;

/// <summary>The customer gives consent, or withdraws it.</summary>
/// <param name="Purpose">To what.</param>
/// <param name="Given">Whether it is given.</param>
/// <param name="At">When, as tried.</param>
public sealed record ConsentStep(string Purpose, bool Given, DateTimeOffset At) : ChangeStep
{
    /// <inheritdoc/>
    public override string Kind => Given ? "consent" : "withdraw";
}
