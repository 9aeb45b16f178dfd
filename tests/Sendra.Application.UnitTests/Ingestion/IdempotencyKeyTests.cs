using Sendra.Application.Ingestion;

namespace Sendra.Application.UnitTests.Ingestion;

public sealed class IdempotencyKeyTests
{
    [TestCase(" ", true)]
    [TestCase("~", true)]
    [TestCase("a b~!", true)]
    [TestCase("", false)]
    [TestCase("\u001f", false)]
    [TestCase("\u007f", false)]
    [TestCase("aé", false)]
    [TestCase("a\u0000", false)]
    public void E8_a_key_is_printable_ASCII(string key, bool legal) => IdempotencyKey.IsLegal(key).Should().Be(legal);

    [Test]
    public void E8_a_key_has_at_most_255_characters()
    {
        IdempotencyKey.IsLegal(new string('a', 255)).Should().BeTrue();
        IdempotencyKey.IsLegal(new string('a', 256)).Should().BeFalse();
    }

    [Test]
    public void E8_S6_keys_of_calls_and_ids_of_each_source_never_meet()
    {
        var (one, other) = (new EventSourceId(Guid.NewGuid()), new EventSourceId(Guid.NewGuid()));

        string[] stored = [IdempotencyKey.OfCall("k", []).Stored, IdempotencyKey.OfDelivery(one, "k").Stored, IdempotencyKey.OfDelivery(other, "k").Stored, IdempotencyKey.OfDelivery(one, "l").Stored];

        stored.Should().OnlyHaveUniqueItems().And.OnlyContain(key => key.Length <= IdempotencyKey.MaxStoredLength);
        IdempotencyKey.OfDelivery(one, new string('k', 250)).Stored.Length.Should().BeLessThanOrEqualTo(IdempotencyKey.MaxStoredLength);
    }
}
