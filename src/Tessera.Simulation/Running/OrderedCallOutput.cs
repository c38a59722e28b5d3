using System.Buffers;
using System.Text.Json;

namespace Tessera.Simulation.Running;

/// <summary>Writes calls as lines. Several threads may make the text; it reaches the stream in order.</summary>
internal sealed class OrderedCallOutput : IDisposable
{
    /// <summary>Calls per piece of work: enough to keep a thread busy, few enough (about 1.5 MB of text) to stay in the cache.</summary>
    private const int BatchSize = 2048;

    private readonly CallSerializer serializer;
    private readonly Stream stream;
    private readonly Worker[] workers;

    public OrderedCallOutput(CallSerializer serializer, int threads, Stream stream)
    {
        this.serializer = serializer;
        this.stream = stream;
        workers = new Worker[threads];
        for (var i = 0; i < threads; i++)
        {
            workers[i] = new Worker();
        }
    }

    /// <summary>How many calls were written.</summary>
    public long Calls { get; private set; }

    /// <summary>How many bytes were written.</summary>
    public long Bytes { get; private set; }

    /// <summary>Writes the calls in their order.</summary>
    public void Write(ArraySegment<EventRecord> calls, CancellationToken cancellationToken)
    {
        for (var first = 0; first < calls.Count; first += BatchSize * workers.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var wave = calls[first..Math.Min(calls.Count, first + (BatchSize * workers.Length))];
            var batches = (wave.Count + BatchSize - 1) / BatchSize;
            if (batches == 1)
            {
                workers[0].Fill(serializer, wave);
            }
            else
            {
                Parallel.For(0, batches, batch =>
                    workers[batch].Fill(serializer, wave[(batch * BatchSize)..Math.Min(wave.Count, (batch + 1) * BatchSize)]));
            }

            for (var batch = 0; batch < batches; batch++)
            {
                stream.Write(workers[batch].Text);
                Bytes += workers[batch].Text.Length;
            }

            Calls += wave.Count;
        }
    }

    public void Dispose()
    {
        foreach (var worker in workers)
        {
            worker.Dispose();
        }
    }

    private sealed class Worker : IDisposable
    {
        private readonly ArrayBufferWriter<byte> buffer = new(BatchSize * 1024);
        private readonly Utf8JsonWriter json;

        public Worker() => json = new Utf8JsonWriter(buffer, CallSerializer.JsonOptions);

        public ReadOnlySpan<byte> Text => buffer.WrittenSpan;

        public void Dispose() => json.Dispose();

        public void Fill(CallSerializer serializer, ReadOnlySpan<EventRecord> calls)
        {
            buffer.ResetWrittenCount();
            foreach (ref readonly var call in calls)
            {
                json.Reset();
                serializer.Write(call, json);
                json.Flush();
                buffer.GetSpan(1)[0] = (byte)'\n';
                buffer.Advance(1);
            }
        }
    }
}
