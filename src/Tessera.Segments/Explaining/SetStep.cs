using System.Text.Json;

namespace Tessera.Segments.Explaining;

/// <summary>Something known about the customer becomes another value.</summary>
/// <param name="Path">What: a trait, or a value below one of the <see cref="Namespaces"/>.</param>
/// <param name="Value">The new value; a JSON null takes it away.</param>
/// <param name="At">When, as tried.</param>
public sealed record SetStep(ValuePath Path, JsonElement Value, DateTimeOffset At) : ChangeStep
{
    /// <inheritdoc/>
    public override string Kind => "set";
}
