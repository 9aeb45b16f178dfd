using Sendra.Domain.Contacts;
using Sendra.Domain.Messages;

namespace Sendra.Domain.UnitTests.Messages;

public sealed class UnsubscribeTokenTests
{
    private static readonly AddressKey Key = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    private static readonly UnsubscribeToken Token = new(
        new(new Guid("11111111-1111-7111-8111-111111111111")), new(new Guid("22222222-2222-7222-8222-222222222222")), Key.HashOf("ada@example.com"));

    // What stands in mail that was sent years ago.
    [TestCase(false, "AREREREREXERgREREREREREiIiIiIiJyIoIiIiIiIiIi")]
    [TestCase(true, "AREREREREXERgREREREREREiIiIiIiJyIoIiIiIiIiIi")]
    public void M3_a_token_is_read_as_it_was_written(bool withMessage, string beginning)
    {
        var token = withMessage ? Token with { MessageId = new MessageId(Guid.CreateVersion7()) } : Token;

        var text = token.Write(Key);

        text.Should().StartWith(beginning).And.HaveLength(withMessage ? UnsubscribeToken.MaxLength : 87).And.NotContain("ada");
        UnsubscribeToken.TryRead(text, out var read).Should().BeTrue();
        read!.IsSignedBy(Key).Should().BeTrue();
        (read.WorkspaceId, read.ContactId, read.AddressHash, read.MessageId).Should().Be((token.WorkspaceId, token.ContactId, token.AddressHash, token.MessageId));
        token.Write(Key).Should().Be(text, "one message has one link");
    }

    [Test]
    public void M3_a_token_of_another_key_or_with_any_bit_changed_is_refused()
    {
        var bytes = System.Buffers.Text.Base64Url.DecodeFromChars(Token.Write(Key));
        for (var i = 0; i < bytes.Length; i++)
        {
            byte[] other = [.. bytes];
            other[i] ^= 1;
            (UnsubscribeToken.TryRead(System.Buffers.Text.Base64Url.EncodeToString(other), out var read) && read.IsSignedBy(Key)).Should().BeFalse("byte {0} is another", i);
        }

        UnsubscribeToken.TryRead(Token.Write(Key), out var own).Should().BeTrue();
        own!.IsSignedBy(new AddressKey(AddressKey.NewSecret())).Should().BeFalse();
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("x")]
    [TestCase("%%%")]
    [TestCase("AAAA AAAA")]
    public void M3_what_is_no_token_is_not_read(string? text) => UnsubscribeToken.TryRead(text, out _).Should().BeFalse();
}
