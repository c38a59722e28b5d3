namespace Tessera.Server.Access.Sessions;

/// <summary>A link that signs a browser in, once.</summary>
/// <param name="Url">To open in the browser; the code stands after the number sign, which browsers do not send to servers.</param>
/// <param name="ExpiresAt">Until when it works.</param>
internal sealed record SignInLink(Uri Url, DateTimeOffset ExpiresAt);
