namespace Tessera.Engine;

/// <summary>The steps of fetching the library, in order.</summary>
public enum EngineLibraryStage
{
    /// <summary>Another process on this machine is fetching it.</summary>
    Waiting,

    /// <summary>The package is being downloaded.</summary>
    Downloading,

    /// <summary>The package's hash is being checked.</summary>
    Checking,

    /// <summary>The library is being unpacked into the cache.</summary>
    Unpacking,
}
