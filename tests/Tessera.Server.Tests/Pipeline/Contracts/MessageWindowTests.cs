using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Tessera.Server.Pipeline.Contracts;

namespace Tessera.Server.Tests.Pipeline.Contracts;

public sealed class MessageWindowTests
{
    [Fact]
    public void Add_AtTheEdgeOfTheWindow_TheLastOneInsideIsRecognised_TheFirstOneOutsideIsNot()
    {
        var window = new MessageWindow();
        for (var message = 1; message <= MessageWindow.Kept; message++)
        {
            window.Add((UInt128)message).ShouldBeTrue();
        }

        window.Add(1).ShouldBeFalse();
        window.Add(MessageWindow.Kept).ShouldBeFalse();
        window.Add(0).ShouldBeTrue();
        window.Add(2).ShouldBeFalse();
        window.Add(1).ShouldBeTrue("one message more has come since");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 7)]
    [InlineData(3, 100)]
    [InlineData(4, 1500)]
    public void Add_Whatever_KnowsExactlyTheLastMessagesThatWereNew(int seed, int kept)
    {
        var random = new Random(seed);
        var window = new MessageWindow(kept);
        var last = new Queue<UInt128>();
        var known = new HashSet<UInt128>();
        for (var call = 0; call < 50_000; call++)
        {
            // Ids that share their low bits lie in each other's way.
            var message = new UInt128((ulong)random.Next(kept + (kept / 3) + 1), (ulong)random.Next(3));
            var isNew = known.Add(message);
            if (isNew)
            {
                last.Enqueue(message);
                if (last.Count > kept)
                {
                    known.Remove(last.Dequeue());
                }
            }

            window.Add(message).ShouldBe(isNew);
        }
    }

    [Theory]
    [InlineData("m-1")]
    [InlineData("ünïcode ☕ 😀")]
    [InlineData("")]
    [InlineData("long")]
    public void IdOf_AnyMessage_IsTheHashThatStandsInTheState(string message)
    {
        var text = message == "long" ? new string('é', 1024) : message;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"garden-shop\u001f{text}"));
        MessageWindow.IdOf("garden-shop", text).ShouldBe(BinaryPrimitives.ReadUInt128LittleEndian(hash));
    }

    [Fact]
    public void IdOf_SameMessageIdInTwoWorkspaces_Differs()
    {
        MessageWindow.IdOf("a", "m").ShouldBe(MessageWindow.IdOf("a", "m"));
        MessageWindow.IdOf("a", "m").ShouldNotBe(MessageWindow.IdOf("b", "m"));
    }
}
