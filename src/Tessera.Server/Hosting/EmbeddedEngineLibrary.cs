using Tessera.Engine;

namespace Tessera.Server.Hosting;

/// <summary>The library of the embedded engine, as far as an operator needs to know it.</summary>
public static class EmbeddedEngineLibrary
{
    /// <summary>The version that this program runs.</summary>
    public static string Version => EngineLibrary.Version;

    /// <summary>Where it is on this machine; null when the first start has still to fetch it.</summary>
    /// <exception cref="TesseraException">There is no embedded engine for this platform; the message is one sentence.</exception>
    public static string? Find()
    {
        try
        {
            return EngineLibrary.Find();
        }
        catch (EngineStartException exception)
        {
            throw new TesseraException(exception.Message, exception);
        }
    }
}
