using System.Text.Json;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.DesignSaas;

/// <summary>A feature of the design tool.</summary>
/// <param name="Name">As in the property <c>feature</c>.</param>
/// <param name="Group">Its group.</param>
/// <param name="Weight">How often it is used relative to others of its group.</param>
/// <param name="LaunchDay">The day it became available, counted from the first observed one; negative for what was there before.</param>
/// <param name="IsPaid">Whether the free plan only offers a taste of it.</param>
internal sealed record Feature(string Name, FeatureGroup Group, double Weight, int LaunchDay, bool IsPaid)
{
    /// <summary>The name, ready to write.</summary>
    public JsonEncodedText Encoded { get; } = JsonText.Of(Name);
}
