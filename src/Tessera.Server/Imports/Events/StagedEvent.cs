namespace Tessera.Server.Imports.Events;

/// <summary>One tracking call on its way into <c>staged_events</c>.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="ProfileId">The profile of who made it.</param>
/// <param name="IdentifierKind">What the profile is known by: <c>user_id</c> or <c>anonymous_id</c>.</param>
/// <param name="Identifier">Its identifier of that kind.</param>
/// <param name="Time">When it happened.</param>
/// <param name="MessageId">Its id, which makes it unique in the workspace.</param>
/// <param name="Type">track, page, screen, identify, group or alias.</param>
/// <param name="Name">The event's or page's name, or empty.</param>
/// <param name="UserId">The call's user id, or empty; so the following three.</param>
/// <param name="AnonymousId">Its anonymous id.</param>
/// <param name="GroupId">The company that a group call names.</param>
/// <param name="PreviousId">The id that an alias call replaces.</param>
/// <param name="Properties">Its properties, or traits, as a JSON object.</param>
/// <param name="Context">Its context as a JSON object.</param>
/// <param name="ReceivedAt">When it was received, or imported.</param>
/// <param name="SourceLine">The line of the file.</param>
internal sealed record StagedEvent(
    Guid ImportId,
    Guid ProfileId,
    string IdentifierKind,
    string Identifier,
    DateTimeOffset Time,
    string MessageId,
    string Type,
    string Name,
    string UserId,
    string AnonymousId,
    string GroupId,
    string PreviousId,
    string Properties,
    string Context,
    DateTimeOffset ReceivedAt,
    ulong SourceLine);
