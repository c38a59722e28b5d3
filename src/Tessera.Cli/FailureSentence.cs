using System.Net.Sockets;
using Tessera.Learning;
using Tessera.Server.Hosting;
using Tessera.Simulation;

namespace Tessera.Cli;

/// <summary>What a failure says to the person at the keyboard.</summary>
internal static class FailureSentence
{
    // The low 16 bits of HResult carry errno on Unix.
    private const int NoSpace = 28;

    public static string For(Exception exception) => exception switch
    {
        TesseraException or SimulationOptionsException or NotEstimableException or NotConvergedException or InvalidOptionsException => exception.Message,
        HttpRequestException { InnerException: SocketException } http => $"The server cannot be reached: {http.Message.TrimEnd('.')}; check that it is running.",
        HttpRequestException or HttpIOException or SocketException => $"The connection to the server broke off: {exception.Message.TrimEnd('.')}; try again.",
        FileNotFoundException file => $"{file.FileName} does not exist.",
        DirectoryNotFoundException => $"{exception.Message.TrimEnd('.')}.",
        UnauthorizedAccessException => $"{exception.Message.TrimEnd('.')}; check the permissions.",
        IOException when (exception.HResult & 0xFFFF) == NoSpace => "The disk is full; free some space and try again.",
        IOException => $"{exception.Message.TrimEnd('.')}.",
        _ => $"Something unexpected happened: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}; run again with TESSERA_DEBUG=1 for the details and please report them.",
    };
}
