using Tessera.Server.Hosting;

namespace Tessera.Server.Tests.Hosting;

public sealed class DataDirectoryFailureTests
{
    private const int NoSpaceLeft = 28;

    [Fact]
    public void Sentence_ForAFullDisk_SaysSo()
    {
        var exception = new IOException("No space left on device", NoSpaceLeft);
        DataDirectoryFailure.IsDiskFull(new InvalidOperationException("outer", exception)).ShouldBeTrue();
        DataDirectoryFailure.Sentence(new DataDirectory("/data"), exception).Message.ShouldBe(
            "The disk that holds /data is full; free some space or choose another directory with --data.");
    }

    [Fact]
    public void Sentence_ForADirectoryOfAnotherUser_SaysWhatToDo()
    {
        var sentence = DataDirectoryFailure.Sentence(new DataDirectory("/data"), new UnauthorizedAccessException("denied")).Message;
        sentence.ShouldContain("cannot be written by this user");
        sentence.ShouldContain("--data");
    }
}
