using System.Globalization;
using System.IO.Pipes;

namespace Tessera.Engine.Execution;

/// <summary>A pipe that the engine writes a result into, as if it were a file, and that is read as the response is sent.</summary>
internal sealed class DocumentPipe : IDisposable
{
    private readonly AnonymousPipeServerStream reader = new(PipeDirection.In, HandleInheritability.None);

    /// <summary>The name under which the engine opens the writing end; it is safe inside a string literal.</summary>
    public string Path => string.Create(
        CultureInfo.InvariantCulture,
        $"{(OperatingSystem.IsLinux() ? "/proc/self/fd" : "/dev/fd")}/{reader.ClientSafePipeHandle.DangerousGetHandle()}");

    /// <summary>Closes this process's own writing end, so that the reader sees the end of the document.</summary>
    public void CloseWriter() => reader.DisposeLocalCopyOfClientHandle();

    public void CloseReader() => reader.Dispose();

    public ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellation) => reader.ReadAsync(buffer, cancellation);

    public void Dispose()
    {
        CloseWriter();
        reader.Dispose();
    }
}
