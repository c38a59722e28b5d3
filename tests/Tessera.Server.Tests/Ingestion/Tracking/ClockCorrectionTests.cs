using Tessera.Server.Ingestion.Tracking;

namespace Tessera.Server.Tests.Ingestion.Tracking;

public sealed class ClockCorrectionTests
{
    private static readonly DateTimeOffset Received = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Correct_SenderAnHourAhead_CancelsIt()
    {
        var sent = Received.AddHours(1).AddMilliseconds(-20);
        ClockCorrection.Correct(sent.AddSeconds(-5), sent, Received).ShouldBe(Received.AddSeconds(-5));
    }

    [Fact]
    public void Correct_WithoutSentAt_TakesTheTimestampAtItsWord() =>
        ClockCorrection.Correct(Received.AddYears(-3), null, Received).ShouldBe(Received.AddYears(-3));

    [Fact]
    public void Correct_WithoutTimestamp_IsWhenItWasReceived() =>
        ClockCorrection.Correct(null, Received.AddDays(9), Received).ShouldBe(Received);

    [Fact]
    public void Correct_ClockOffByMillennia_DoesNotOverflow()
    {
        ClockCorrection.Correct(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, Received).ShouldBe(DateTimeOffset.MinValue);
        ClockCorrection.Correct(DateTimeOffset.MaxValue, DateTimeOffset.MinValue, Received).ShouldBe(DateTimeOffset.MaxValue);
    }
}
