using Sendra.Domain.EventSources;

namespace Sendra.Domain.UnitTests.EventSources;

public sealed class SenderDeliveryIdTests
{
    private static readonly RequestHeaders Headers = new([new("Webhook-Id", "msg_1"), new("X-Delivery", "d1")]);

    [TestCase(null, "msg_1")]
    [TestCase("id", "evt_1")]
    [TestCase("number", "820982911946154508")]
    [TestCase("zero", "0")]
    [TestCase("nine", "9.50")]
    [TestCase("below", "-1")]
    [TestCase("header:x-delivery", "d1")]
    [TestCase("missing", "msg_1")]
    [TestCase("object", "msg_1")]
    [TestCase("true", "msg_1")]
    [TestCase("empty", "msg_1")]
    public void S6_the_chosen_path_counts_before_the_header(string? path, string id) =>
        Read(path, Headers).Should().Be(id);

    [Test]
    public void S6_a_delivery_without_an_id_has_none() => Read("missing", RequestHeaders.None).Should().BeNull();

    [Test]
    public void S6_an_unreadable_body_leaves_the_headers() =>
        SenderDeliveryId.Read(PayloadPath.Parse("id"), null, Headers).Should().Be("msg_1");

    [TestCase("long")]
    [TestCase("nul")]
    [TestCase("fake")]
    public void S6_an_id_that_cannot_be_stored_is_told_apart_by_its_hash(string path) =>
        Read(path, Headers).Should().MatchRegex("^sha256:[0-9a-f]{64}$").And.NotBe("sha256:" + new string('0', 64));

    [TestCase("!~", true)]
    [TestCase("a b", false)]
    [TestCase("a\u007f", false)]
    [TestCase("é", false)]
    public void S6_an_id_of_visible_ascii_is_kept_as_it_is(string id, bool isKept) =>
        (Read(null, new RequestHeaders([new("webhook-id", id)])) == id).Should().Be(isKept);

    [TestCase(SenderDeliveryId.MaxLength, true)]
    [TestCase(SenderDeliveryId.MaxLength + 1, false)]
    public void S6_an_id_of_255_characters_is_kept_as_it_is(int length, bool isKept)
    {
        var id = new string('x', length);

        (Read(null, new RequestHeaders([new("webhook-id", id)])) == id).Should().Be(isKept);
    }

    private static string? Read(string? path, RequestHeaders headers)
    {
        var payload = Payloads.Json($$"""
            {"id":"evt_1","number":820982911946154508,"zero":0,"nine":9.50,"below":-1,"true":true,"object":{},"empty":"","long":"{{new string('x', 256)}}","nul":"a\u0000","fake":"sha256:{{new string('0', 64)}}"}
            """);
        return SenderDeliveryId.Read(path is null ? null : PayloadPath.Parse(path), payload, headers);
    }
}
