namespace Tessera.Server.Access.Sessions;

/// <summary>What the sign-in page sends.</summary>
/// <param name="Code">The part of the printed link after the number sign.</param>
internal sealed record SignInRequest(string Code);
