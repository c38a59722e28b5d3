namespace Tessera.Cli.Output;

/// <summary>
/// Says how far something has come: one line that changes on a terminal; otherwise a line now and then, and none for what is
/// done at once.
/// </summary>
internal sealed class ProgressLine(ProgramEnvironment environment) : IDisposable
{
    private static readonly TimeSpan BetweenTerminalUpdates = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BetweenPlainLines = TimeSpan.FromSeconds(5);
    private readonly Lock guard = new();
    private long? lastWrite = environment.ErrorIsTerminal ? null : environment.Time.GetTimestamp();
    private int shown;

    /// <summary>Shows the text unless something was shown a moment ago.</summary>
    public void Report(string text)
    {
        lock (guard)
        {
            var now = environment.Time.GetTimestamp();
            var pause = environment.ErrorIsTerminal ? BetweenTerminalUpdates : BetweenPlainLines;
            if (lastWrite is { } last && environment.Time.GetElapsedTime(last, now) < pause)
            {
                return;
            }

            lastWrite = now;
            Write(text);
        }
    }

    /// <summary>Shows a step that is done, in a line that stays.</summary>
    public void Done(string text)
    {
        lock (guard)
        {
            Erase();
            environment.Error.WriteLine(text);
            lastWrite = null;
        }
    }

    /// <summary>Takes the line away, to make room for other text.</summary>
    public void Clear()
    {
        lock (guard)
        {
            Erase();
        }
    }

    public void Dispose() => Clear();

    private void Write(string text)
    {
        if (!environment.ErrorIsTerminal)
        {
            environment.Error.WriteLine(text);
            return;
        }

        var width = Math.Max(20, Console.BufferWidth - 1);
        var line = text.Length > width ? text[..width] : text;
        environment.Error.Write('\r' + line.PadRight(shown));
        shown = line.Length;
    }

    private void Erase()
    {
        if (shown > 0)
        {
            environment.Error.Write('\r' + new string(' ', shown) + '\r');
            shown = 0;
        }
    }
}
