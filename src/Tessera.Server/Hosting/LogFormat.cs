namespace Tessera.Server.Hosting;

/// <summary>How lines of the server's log are written.</summary>
public enum LogFormat
{
    /// <summary>One line of text for people.</summary>
    Text,

    /// <summary>One JSON object a line, for programs: time, level, category, message, and each of its values by name.</summary>
    Json,
}
