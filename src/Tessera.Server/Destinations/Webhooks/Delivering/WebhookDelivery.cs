namespace Tessera.Server.Destinations.Webhooks.Delivering;

/// <summary>One change on its way to one webhook.</summary>
/// <param name="Sequence">Its place among all.</param>
/// <param name="Message">What the receiver knows it by, the same at every try.</param>
/// <param name="Type">What happened.</param>
/// <param name="Segment">The segment.</param>
/// <param name="ProfileId">Whose membership changed.</param>
/// <param name="Body">The JSON that is sent.</param>
/// <param name="State">pending, delivered or dead.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextAt">When it is tried next, while it is pending.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="TriedAt">When it was tried last.</param>
/// <param name="Status">The HTTP status of the last answer; null when there was none.</param>
/// <param name="Answer">What was wrong with the last try; empty when nothing was.</param>
internal sealed record WebhookDelivery(
    long Sequence,
    string Message,
    string Type,
    string Segment,
    string ProfileId,
    string Body,
    string State,
    long Attempts,
    DateTimeOffset NextAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset? TriedAt,
    long? Status,
    string Answer);
