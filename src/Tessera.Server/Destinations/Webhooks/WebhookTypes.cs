namespace Tessera.Server.Destinations.Webhooks;

/// <summary>What can be sent, as the member <c>type</c> of a delivery says it.</summary>
internal static class WebhookTypes
{
    public const string Entered = "segment.entered";
    public const string Left = "segment.left";
    public const string Test = "webhook.test";

    /// <summary>Those that a webhook can be asked to send.</summary>
    public static IReadOnlyList<string> All { get; } = [Entered, Left];
}
