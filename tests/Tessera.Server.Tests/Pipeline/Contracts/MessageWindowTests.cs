using Tessera.Server.Pipeline.Contracts;

namespace Tessera.Server.Tests.Pipeline.Contracts;

public sealed class MessageWindowTests
{
    [Fact]
    public void Add_AgainWithinTheWindow_IsRecognised()
    {
        var window = new MessageWindow();
        window.Add(1).ShouldBeTrue();
        for (var message = 2; message <= MessageWindow.Kept; message++)
        {
            window.Add((UInt128)message).ShouldBeTrue();
        }

        window.Add(1).ShouldBeFalse();
        window.Add(MessageWindow.Kept).ShouldBeFalse();
    }

    [Fact]
    public void Add_TwiceTheWindowLater_IsForgotten()
    {
        var window = new MessageWindow();
        for (var message = 0; message < 2 * MessageWindow.Kept; message++)
        {
            window.Add((UInt128)message);
        }

        window.Add(0).ShouldBeTrue();
    }

    [Fact]
    public void IdOf_SameMessageIdInTwoWorkspaces_Differs()
    {
        MessageWindow.IdOf("a", "m").ShouldBe(MessageWindow.IdOf("a", "m"));
        MessageWindow.IdOf("a", "m").ShouldNotBe(MessageWindow.IdOf("b", "m"));
    }
}
