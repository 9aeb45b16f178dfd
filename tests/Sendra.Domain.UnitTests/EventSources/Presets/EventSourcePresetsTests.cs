using System.Text;
using Sendra.Domain.EventSources;
using Sendra.Domain.EventSources.Handshakes;
using Sendra.Domain.EventSources.Presets;
using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Domain.UnitTests.EventSources.Presets;

/// <summary>The payloads are those of each sender's documentation, cut down to what stands around the paths.</summary>
public sealed class EventSourcePresetsTests
{
    private static readonly TestCaseData[] Documented =
    [
        new("stripe", """
            {"id":"evt_1NG8Du2eZvKYlo2CUI79vXWy","object":"event","api_version":"2025-05-28.basil","created":1686089970,"data":{"object":{"id":"cs_test_a1","object":"checkout.session","amount_total":400,"customer":"cus_9s6XKzkNRiz8i3","customer_details":{"address":{"country":"NL"},"email":"ada@example.com","name":"Ada Lovelace","phone":null,"tax_exempt":"none","tax_ids":[]},"customer_email":null,"mode":"payment","payment_status":"paid"}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"checkout.session.completed"}
            """, "", "checkout.session.completed", "evt_1NG8Du2eZvKYlo2CUI79vXWy", """{"name":"Ada Lovelace"}"""),
        new("github", """
            {"ref":"refs/heads/main","repository":{"id":186853002,"full_name":"Codertocat/Hello-World","owner":{"name":"Codertocat","email":"owner@example.com"}},"pusher":{"name":"Codertocat","email":"ada@example.com"},"sender":{"login":"Codertocat"},"commits":[{"author":{"name":"Other","email":"other@example.com"}}]}
            """, "X-GitHub-Event: push|X-GitHub-Delivery: 72d3162e-cc78-11e3-81ab-4c9367dc0958", "push", "72d3162e-cc78-11e3-81ab-4c9367dc0958", null),
        new("shopify", """
            {"id":820982911946154508,"admin_graphql_api_id":"gid://shopify/Order/820982911946154508","contact_email":"ada@example.com","currency":"USD","email":"ada@example.com","name":"#9999","total_price":"388.00","customer":{"id":115310627314723954,"email":"ada@example.com","first_name":"Ada","last_name":"Lovelace","verified_email":true}}
            """, "X-Shopify-Topic: orders/create|X-Shopify-Webhook-Id: b54557e4-bdd9-4b37-8a5f-bf7d70bcd043|X-Shopify-Event-Id: 98880550-7158-44d4-b7cd-2c97c8a091b5", "orders.create", "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043", """{"firstName":"Ada","lastName":"Lovelace"}"""),
        new("paddle", """
            {"event_id":"evt_01hv6y1jtn1fr98zq3cvarxx2e","event_type":"customer.created","occurred_at":"2024-04-11T15:57:25.205966Z","notification_id":"ntf_01hv6y1jx2m6n1qk95m0cj69dg","data":{"id":"ctm_01hv6y1jedq4p1n0yqn5ba3ky4","name":"Ada Lovelace","email":"ada@example.com","locale":"en","status":"active","custom_data":null,"marketing_consent":false}}
            """, "", "customer.created", "evt_01hv6y1jtn1fr98zq3cvarxx2e", """{"name":"Ada Lovelace"}"""),
        new("lemon-squeezy", """
            {"meta":{"event_name":"order_created","custom_data":{"customer_id":25}},"data":{"type":"orders","id":"1","attributes":{"store_id":1,"identifier":"636f855c-1fb9-4c07-b75c-3a10afef010a","order_number":1,"user_name":"Ada Lovelace","user_email":"ada@example.com","currency":"USD","total":1199}}}
            """, "X-Event-Name: order_created", "order_created", null, """{"name":"Ada Lovelace"}"""),
        new("clerk", """
            {"data":{"birthday":"","created_at":1654012591514,"email_addresses":[{"email_address":"ada@example.com","id":"idn_29w83yL7CwVlJXylYLxcslromF1","linked_to":[],"object":"email_address","verification":{"status":"verified","strategy":"ticket"}}],"external_accounts":[],"external_id":"567772","first_name":"Ada","id":"user_29w83sxmDNGwOuEthce5gg56FcC","last_name":null,"object":"user","primary_email_address_id":"idn_29w83yL7CwVlJXylYLxcslromF1"},"event_attributes":{"http_request":{"client_ip":"0.0.0.0"}},"object":"event","timestamp":1654012591835,"type":"user.created"}
            """, "svix-id: msg_2pLqRsTuVwXyZaBcDe", "user.created", "msg_2pLqRsTuVwXyZaBcDe", """{"firstName":"Ada"}"""),
        new("generic", """
            {"event":"signedUp","email":"ada@example.com"}
            """, "webhook-id: msg_1", "signedUp", "msg_1", null),
    ];

    [TestCaseSource(nameof(Documented))]
    public void S8_a_preset_reads_its_senders_documented_payload(string id, string json, string headerLines, string name, string? deliveryId, string? contact)
    {
        var mapping = PayloadMapping.Create(EventSourcePresets.Find(id)!.Mapping);
        var payload = Payloads.Json(json);
        var headers = new RequestHeaders(headerLines.Split('|', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": "))
            .Select(parts => KeyValuePair.Create(parts[0], parts[1]))).WithoutSecrets();

        mapping.TryMap(payload, headers, out var mapped, out var reason).Should().BeTrue(reason?.Message);

        mapped!.Person.Email!.Value.Should().Be("ada@example.com");
        mapped.EventName.Value.Should().Be(name);
        mapped.ContactProperties?.Text.Should().Be(contact);
        (mapped.ContactProperties is null).Should().Be(contact is null);
        SenderDeliveryId.Read(mapping.DeliveryIdPath, payload, headers).Should().Be(deliveryId);
    }

    [Test]
    public void S8_there_is_one_preset_for_each_sender() =>
        EventSourcePresets.All.Select(preset => preset.Id).Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(30)
            .And.StartWith(["stripe", "shopify", "github"]).And.EndWith(["generic"]);

    [Test]
    public void S8_every_preset_is_complete_and_makes_sense()
    {
        foreach (var preset in EventSourcePresets.All)
        {
            PayloadMapping.TryCreate(preset.Mapping, out _, out var problems).Should().BeTrue(string.Join(' ', problems.Select(problem => problem.Message)));
            (preset.Signature is null || SignatureScheme.TryCreate(preset.Signature, out _, out _)).Should().BeTrue(preset.Id);
            (preset.Handshake is null || Handshake.TryCreate(preset.Handshake, out _, out _)).Should().BeTrue(preset.Id);
            new[] { preset.Name, preset.Description, preset.Hint }.Should().NotContain(text => string.IsNullOrWhiteSpace(text));
            preset.DocsUrl.Should().StartWith("https://");
            preset.Id.Length.Should().BeLessThanOrEqualTo(EventSource.MaxPresetLength);
        }
    }

    [TestCaseSource(nameof(Presets))]
    public void S8_the_sample_of_a_preset_becomes_events(string id)
    {
        var preset = EventSourcePresets.Find(id)!;
        var mapping = PayloadMapping.Create(preset.Mapping);
        var headers = new RequestHeaders(preset.Sample.Headers);
        var payload = Payloads.Read(Encoding.UTF8.GetBytes(preset.Sample.Payload), headers["Content-Type"]!);

        var items = mapping.ItemsOf(mapping.DocumentOf(payload, out _)!, out _)!;

        items.Should().NotBeEmpty().And.AllSatisfy(item => mapping.TryMap(item, headers.WithoutSecrets(), out _, out var reason).Should().BeTrue(reason?.Message));
    }

    private static IEnumerable<string> Presets => EventSourcePresets.All.Select(preset => preset.Id);

    [Test]
    public void S8_an_unknown_preset_is_none() => EventSourcePresets.Find("nope").Should().BeNull();
}
