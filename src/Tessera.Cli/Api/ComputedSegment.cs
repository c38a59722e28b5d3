using Tessera.Cli.Output;

namespace Tessera.Cli.Api;

/// <summary>A segment once its members are found: the server answers before they are.</summary>
internal static class ComputedSegment
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits until the members of a segment that was made or changed are found, and says how many there are.</summary>
    /// <exception cref="CommandFailure">They cannot be found.</exception>
    public static async Task WriteAsync(ProgramEnvironment environment, TesseraApi api, string key, bool asJson, CancellationToken cancellationToken)
    {
        var answer = await WaitAsync(api, key, environment.Time, cancellationToken);
        if (asJson)
        {
            environment.Out.WriteLine(answer.Text);
            return;
        }

        var segment = answer.Value;
        environment.Out.WriteLine($"{segment.Text("name")}: {segment.Text("rules")}");
        environment.Out.WriteLine($"{Figures.Count(segment.Number("size"))} customers, {Figures.Share(segment.Number("share"))} of all. ./tessera segments members {key} lists them.");
    }

    /// <summary>Waits until the members of a segment are found, or cannot be.</summary>
    /// <exception cref="CommandFailure">They cannot be found.</exception>
    private static async Task<JsonAnswer> WaitAsync(TesseraApi api, string key, TimeProvider time, CancellationToken cancellationToken)
    {
        var begin = time.GetTimestamp();
        while (true)
        {
            var answer = await api.GetAsync($"/api/segments/{Uri.EscapeDataString(key)}", cancellationToken);
            var state = answer.Value.Text("state");
            if (state == "failed")
            {
                throw new CommandFailure($"Segment {key} is kept, but its members cannot be found: {answer.Value.Text("failure")}");
            }

            if (state != "computing" || time.GetElapsedTime(begin) > Patience)
            {
                return answer;
            }

            await Task.Delay(Step, time, cancellationToken);
        }
    }
}
