namespace Tessera.Server.Hosting;

/// <summary>A part of the server that is not always able to work, such as the engine while it restarts.</summary>
internal interface IReadinessPart
{
    /// <summary>For example <c>engine</c>.</summary>
    string Name { get; }

    /// <summary>Whether it can work now; answers within a few seconds.</summary>
    Task<bool> IsReadyAsync(CancellationToken cancellationToken);
}
