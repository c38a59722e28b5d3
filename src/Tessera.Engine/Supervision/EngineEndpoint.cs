namespace Tessera.Engine;

/// <summary>Where the engine answers and who may ask. The password is made anew at every start of the supervisor.</summary>
/// <param name="BaseAddress">An address on 127.0.0.1.</param>
/// <param name="User">The only user there is.</param>
/// <param name="Password">The secret; it is never written anywhere.</param>
public sealed record EngineEndpoint(Uri BaseAddress, string User, string Password)
{
    /// <summary>Without the password, so that it cannot end up in a log.</summary>
    public override string ToString() => BaseAddress.ToString();
}
