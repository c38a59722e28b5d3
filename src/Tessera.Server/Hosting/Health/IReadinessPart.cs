namespace Tessera.Server.Hosting.Health;

/// <summary>A part of the server that is not always able to work, such as the engine while it restarts.</summary>
internal interface IReadinessPart
{
    /// <summary>For example <c>engine</c>.</summary>
    string Name { get; }

    /// <summary>Whether it can work now; answers at once, from what is known already.</summary>
    bool IsReady { get; }
}
