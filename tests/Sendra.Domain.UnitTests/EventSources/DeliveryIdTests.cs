using Sendra.Domain.EventSources;

namespace Sendra.Domain.UnitTests.EventSources;

public sealed class DeliveryIdTests
{
    private static readonly RequestHeaders Headers = new([new("Webhook-Id", "msg_1"), new("X-Delivery", "d1")]);

    [TestCase(null, "msg_1")]
    [TestCase("id", "evt_1")]
    [TestCase("number", "820982911946154508")]
    [TestCase("header:x-delivery", "d1")]
    [TestCase("missing", "msg_1")]
    [TestCase("object", "msg_1")]
    [TestCase("empty", "msg_1")]
    public void S6_the_chosen_path_counts_before_the_header(string? path, string id) =>
        Read(path, Headers).Should().Be(id);

    [Test]
    public void S6_a_delivery_without_an_id_has_none() => Read("missing", RequestHeaders.None).Should().BeNull();

    [Test]
    public void S6_an_unreadable_body_leaves_the_headers() =>
        DeliveryId.Read(PayloadPath.Parse("id"), null, Headers).Should().Be("msg_1");

    [TestCase("long")]
    [TestCase("nul")]
    [TestCase("fake")]
    public void S6_an_id_that_cannot_be_stored_is_told_apart_by_its_hash(string path) =>
        Read(path, Headers).Should().MatchRegex("^sha256:[0-9a-f]{64}$").And.NotBe("sha256:" + new string('0', 64));

    private static string? Read(string? path, RequestHeaders headers)
    {
        var payload = Payloads.Json($$"""
            {"id":"evt_1","number":820982911946154508,"object":{},"empty":"","long":"{{new string('x', 256)}}","nul":"a\u0000","fake":"sha256:{{new string('0', 64)}}"}
            """);
        return DeliveryId.Read(path is null ? null : PayloadPath.Parse(path), payload, headers);
    }
}
