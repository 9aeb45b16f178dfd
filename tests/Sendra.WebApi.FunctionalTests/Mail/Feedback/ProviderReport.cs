using System.Text.Json;
using System.Text.Json.Nodes;
using MimeKit;

namespace Sendra.WebApi.FunctionalTests.Mail.Feedback;

/// <summary>
/// What a mail provider's webhook says of a mail that it got from Sendra, as the provider documents it: with the Message-ID where the provider
/// keeps it, otherwise with what it sends back of the mail's headers.
/// </summary>
internal sealed class ProviderReport(string provider, MimeMessage mail)
{
    private static int _count;

    private readonly string _to = mail.To.Mailboxes.Single().Address!;
    private readonly string _id = mail.MessageId!;

    public static string PresetOf(string provider) => provider switch
    {
        "amazonSes" => "amazon-ses",
        "sendGrid" => "sendgrid",
        _ => provider,
    };

    /// <summary>The body of a webhook, each with an id of its own where the provider gives one.</summary>
    /// <param name="kind">delivered, softBounced, blocked, bounced, complained, opened, clicked or unsubscribed.</param>
    public string Of(string kind, DateTimeOffset at)
    {
        var number = Interlocked.Increment(ref _count);
        return provider switch
        {
            "sendGrid" => new JsonArray(SendGrid(kind, at, number)).ToJsonString(),
            "mailgun" => Mailgun(kind, at, number).ToJsonString(),
            "postmark" => Postmark(kind, at, number).ToJsonString(),
            "resend" => Resend(kind, at).ToJsonString(),
            "brevo" => Brevo(kind, at, number).ToJsonString(),
            _ => Sns(AmazonSes(kind, at), number).ToJsonString(),
        };
    }

    /// <summary>The headers that a webhook comes with.</summary>
    public (string Name, string Value)[] Headers() => provider == "resend" ? [("svix-id", $"msg_{Interlocked.Increment(ref _count)}")] : [];

    public JsonObject SendGrid(string kind, DateTimeOffset at, int number)
    {
        var item = new JsonObject
        {
            ["email"] = _to,
            ["timestamp"] = at.ToUnixTimeSeconds(),
            ["event"] = kind switch { "softBounced" => "deferred", "blocked" or "bounced" => "bounce", "complained" => "spamreport", "opened" => "open", "clicked" => "click", "unsubscribed" => "unsubscribe", _ => kind },
            ["category"] = new JsonArray("cat facts"),
            ["sg_event_id"] = $"ZGVmYXVsdC0{number}",
            ["sg_message_id"] = "14c5d75ce93.dfd.64b469.filter0001.16648.5515E0B88.0",
        };
        foreach (var (name, value) in JsonNode.Parse(mail.Headers["X-SMTPAPI"]!)!["unique_args"]!.AsObject())
        {
            item[name] = value!.DeepClone();
        }

        // Only what happens to the mail itself comes with its Message-ID.
        if (kind is "delivered" or "softBounced" or "blocked" or "bounced")
        {
            item["smtp-id"] = $"<{_id}>";
        }

        return kind switch
        {
            "delivered" => With(item, ("response", "250 OK")),
            "softBounced" => With(item, ("response", "400 try again later"), ("attempt", "5")),
            "blocked" => With(item, ("reason", "554 spam"), ("status", "5.7.1"), ("type", "blocked")),
            "bounced" => With(item, ("reason", "550 5.1.1 unknown user"), ("status", "5.0.0"), ("type", "bounce")),
            "clicked" => With(item, ("url", "https://acme.example.com/x"), ("useragent", "Mozilla/4.0"), ("ip", "192.0.2.1")),
            _ => item,
        };
    }

    private JsonObject Mailgun(string kind, DateTimeOffset at, int number)
    {
        var data = new JsonObject
        {
            ["event"] = kind is "softBounced" or "blocked" or "bounced" ? "failed" : kind,
            ["id"] = $"G9Bn5sl1TC6nu79C8C0bwg{number}",
            ["timestamp"] = at.ToUnixTimeMilliseconds() / 1000m,
            ["recipient"] = _to,
            ["message"] = new JsonObject { ["headers"] = new JsonObject { ["to"] = _to, ["message-id"] = _id, ["from"] = "hello@acme.example.com" }, ["size"] = 1234 },
            ["user-variables"] = new JsonObject(),
        };
        switch (kind)
        {
            case "softBounced" or "blocked":
                With(data, ("severity", "temporary"), ("reason", "generic"))["delivery-status"] = new JsonObject { ["code"] = 452, ["message"] = "4.2.2 The mailbox is full" };
                break;
            case "bounced":
                With(data, ("severity", "permanent"), ("reason", "bounce"))["delivery-status"] = new JsonObject { ["code"] = 550, ["message"] = "5.1.1 unknown user", ["description"] = "" };
                break;
            case "clicked":
                data["url"] = "https://acme.example.com/x";
                break;
        }

        return new JsonObject
        {
            ["signature"] = new JsonObject { ["timestamp"] = $"{at.ToUnixTimeSeconds()}", ["token"] = $"a8ce0edb2dd8301dee6c2405235584e45aa91d1e9f979f{number:x4}", ["signature"] = "d2271d12299f6592d9d44cd9d250f0704e4674c30d79d07c47a66f95ce71cf55" },
            ["event-data"] = data,
        };
    }

    private JsonObject Postmark(string kind, DateTimeOffset at, int number)
    {
        const string Prefix = "X-PM-Metadata-";
        var metadata = new JsonObject();
        foreach (var header in mail.Headers.Where(header => header.Field.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)))
        {
            metadata[header.Field[Prefix.Length..]] = header.Value;
        }

        var body = new JsonObject { ["MessageID"] = "883953f4-6105-42a2-a16a-77a8eac79483", ["ServerID"] = 23, ["MessageStream"] = "outbound", ["Tag"] = "", ["Metadata"] = metadata };
        return kind switch
        {
            "delivered" => With(body, ("RecordType", "Delivery"), ("Recipient", _to), ("DeliveredAt", $"{at:O}"), ("Details", "250 2.0.0 OK")),
            "opened" => With(body, ("RecordType", "Open"), ("Recipient", _to), ("ReceivedAt", $"{at:O}"), ("UserAgent", "Mozilla/5.0")),
            "clicked" => With(body, ("RecordType", "Click"), ("Recipient", _to), ("ReceivedAt", $"{at:O}"), ("OriginalLink", "https://acme.example.com/x")),
            "unsubscribed" => Suppressed(body, at),
            _ => Bounce(body, kind, at, number),
        };
    }

    private JsonObject Bounce(JsonObject body, string kind, DateTimeOffset at, int number)
    {
        body["ID"] = 4323372036854770000 + number;
        body["Inactive"] = kind != "softBounced";
        return With(
            body,
            ("RecordType", kind == "complained" ? "SpamComplaint" : "Bounce"),
            ("Type", kind switch { "bounced" => "HardBounce", "complained" => "SpamComplaint", "blocked" => "Blocked", _ => "SoftBounce" }),
            ("Email", _to),
            ("From", "hello@acme.example.com"),
            ("BouncedAt", $"{at:O}"),
            ("Details", "smtp;550 5.1.1 unknown user"));
    }

    private JsonObject Suppressed(JsonObject body, DateTimeOffset at)
    {
        body["SuppressSending"] = true;
        return With(body, ("RecordType", "SubscriptionChange"), ("Recipient", _to), ("ChangedAt", $"{at:O}"), ("Origin", "Recipient"), ("SuppressionReason", "ManualSuppression"));
    }

    // Resend puts a Message-ID of its own in place of ours, and sends other headers back.
    private JsonObject Resend(string kind, DateTimeOffset at)
    {
        var data = new JsonObject
        {
            ["email_id"] = "56761188-7520-42d8-8898-ff6fc54ce618",
            ["created_at"] = $"{at:O}",
            ["from"] = "Acme <hello@acme.example.com>",
            ["to"] = new JsonArray(_to),
            ["subject"] = mail.Subject,
            ["headers"] = new JsonArray([.. mail.Headers.Where(header => header.Field.StartsWith("X-", StringComparison.Ordinal)).Select(header => new JsonObject { ["name"] = header.Field, ["value"] = header.Value })]),
        };
        switch (kind)
        {
            case "softBounced" or "blocked" or "bounced":
                data["bounce"] = new JsonObject { ["message"] = "550 5.1.1 unknown user", ["subType"] = "General", ["type"] = kind == "bounced" ? "Permanent" : "Transient" };
                break;
            case "clicked":
                data["click"] = new JsonObject { ["ipAddress"] = "192.0.2.1", ["link"] = "https://acme.example.com/x", ["timestamp"] = $"{at:O}" };
                break;
        }

        return new JsonObject { ["type"] = kind is "softBounced" or "blocked" ? "email.bounced" : $"email.{kind}", ["created_at"] = $"{at:O}", ["data"] = data };
    }

    private JsonObject Brevo(string kind, DateTimeOffset at, int number)
    {
        var body = new JsonObject
        {
            ["event"] = kind switch { "softBounced" => "soft_bounce", "blocked" => "soft_bounce", "bounced" => "hard_bounce", "complained" => "spam", "clicked" => "click", _ => kind },
            ["email"] = _to,
            ["id"] = 26224,
            ["date"] = "2026-01-01 10:00:00",
            ["ts_event"] = at.ToUnixTimeSeconds(),
            ["ts_epoch"] = at.ToUnixTimeMilliseconds() + number,
            ["message-id"] = "<201798300811.5787683@relay.domain.com>",
            ["subject"] = mail.Subject,
            ["X-Mailin-custom"] = mail.Headers["X-Mailin-custom"],
            ["tag"] = "[\"tag\"]",
        };
        return kind switch
        {
            "softBounced" or "blocked" or "bounced" => With(body, ("reason", "550 5.1.1 unknown user")),
            "clicked" => With(body, ("link", "https://acme.example.com/x")),
            _ => body,
        };
    }

    private JsonObject AmazonSes(string kind, DateTimeOffset at)
    {
        var (name, value) = mail.Headers["X-SES-MESSAGE-TAGS"]!.Split('=') is [var key, var text] ? (key, text) : throw new InvalidOperationException();
        var body = new JsonObject
        {
            ["eventType"] = kind switch { "softBounced" or "blocked" or "bounced" => "Bounce", "complained" => "Complaint", "opened" => "Open", "clicked" => "Click", "unsubscribed" => "Subscription", _ => "Delivery" },
            ["mail"] = new JsonObject
            {
                ["timestamp"] = $"{at:O}",
                ["source"] = "hello@acme.example.com",
                ["messageId"] = "EXAMPLE7c191be45-e9aedb9a-02f9-4d12-a87d-dd0099a07f8a-000000",
                ["destination"] = new JsonArray(_to),
                ["headersTruncated"] = false,
                ["commonHeaders"] = new JsonObject { ["from"] = new JsonArray("hello@acme.example.com"), ["messageId"] = "EXAMPLE7c191be45-e9aedb9a-02f9-4d12-a87d-dd0099a07f8a-000000" },
                ["tags"] = new JsonObject { ["ses:source-ip"] = new JsonArray("192.0.2.0"), [name] = new JsonArray(value) },
            },
        };
        body[kind switch { "softBounced" or "blocked" or "bounced" => "bounce", "complained" => "complaint", "opened" => "open", "clicked" => "click", "unsubscribed" => "subscription", _ => "delivery" }] = kind switch
        {
            "bounced" => new JsonObject { ["bounceType"] = "Permanent", ["bounceSubType"] = "General", ["timestamp"] = $"{at:O}", ["bouncedRecipients"] = new JsonArray(new JsonObject { ["emailAddress"] = _to, ["action"] = "failed", ["diagnosticCode"] = "smtp; 550 5.1.1 unknown user" }) },
            "softBounced" or "blocked" => new JsonObject { ["bounceType"] = "Transient", ["timestamp"] = $"{at:O}", ["bouncedRecipients"] = new JsonArray(new JsonObject { ["emailAddress"] = _to }) },
            "complained" => new JsonObject { ["complainedRecipients"] = new JsonArray(new JsonObject { ["emailAddress"] = _to }), ["timestamp"] = $"{at:O}", ["complaintFeedbackType"] = "abuse" },
            "clicked" => new JsonObject { ["link"] = "https://acme.example.com/x", ["timestamp"] = $"{at:O}" },
            "unsubscribed" => new JsonObject { ["contactList"] = "L", ["timestamp"] = $"{at:O}", ["newTopicPreferences"] = new JsonObject { ["unsubscribeAll"] = true } },
            "delivered" => new JsonObject { ["recipients"] = new JsonArray(_to), ["smtpResponse"] = "250 2.6.0 Message received", ["timestamp"] = $"{at:O}" },
            _ => new JsonObject { ["timestamp"] = $"{at:O}" },
        };
        return body;
    }

    private static JsonObject Sns(JsonObject message, int number) => new()
    {
        ["Type"] = "Notification",
        ["MessageId"] = $"22b80b92-fdea-4c2c-8f9d-{number:x12}",
        ["TopicArn"] = "arn:aws:sns:us-west-2:123456789012:MyTopic",
        ["Message"] = JsonSerializer.Serialize(message),
        ["Timestamp"] = "2026-05-02T00:54:06.655Z",
    };

    private static JsonObject With(JsonObject body, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
        {
            body[name] = value;
        }

        return body;
    }
}
