using System.Text.Json;

namespace Tessera.Server.Profiles.Endpoints;

/// <summary>A trait of a customer: of all calls that say something of it, the one counts that happened last.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Time">When the call happened.</param>
/// <param name="MessageId">The call.</param>
/// <param name="Source">The source that sent it; empty for an imported one.</param>
/// <param name="Changes">How often the value was another before.</param>
internal sealed record TraitView(string Name, JsonElement Value, DateTimeOffset Time, string MessageId, string Source, long Changes);

/// <summary>The traits of a customer.</summary>
/// <param name="Items">The traits by name.</param>
internal sealed record TraitList(IReadOnlyList<TraitView> Items);

/// <summary>A value that a trait had.</summary>
/// <param name="Value">The value.</param>
/// <param name="Time">Since when.</param>
/// <param name="MessageId">The call that said so.</param>
/// <param name="Source">The source that sent it; empty for an imported one.</param>
internal sealed record TraitValueView(JsonElement Value, DateTimeOffset Time, string MessageId, string Source);

/// <summary>The values of a trait.</summary>
/// <param name="Items">The values, the last first.</param>
internal sealed record TraitValueList(IReadOnlyList<TraitValueView> Items);
