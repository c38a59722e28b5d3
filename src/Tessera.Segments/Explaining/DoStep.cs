using System.Text.Json;

namespace Tessera.Segments.Explaining;

/// <summary>The customer does something.</summary>
/// <param name="Event">The event; any would do where the definition asks for any.</param>
/// <param name="Properties">Properties that it needs; an empty object when it needs none.</param>
/// <param name="Times">When, as tried: one instant for each time.</param>
public sealed record DoStep(string Event, JsonElement Properties, IReadOnlyList<DateTimeOffset> Times) : ChangeStep
{
    /// <inheritdoc/>
    public override string Kind => "do";
}
