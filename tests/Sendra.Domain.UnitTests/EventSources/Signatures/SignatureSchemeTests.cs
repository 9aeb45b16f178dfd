using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Sendra.Domain.EventSources;
using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Domain.UnitTests.EventSources.Signatures;

/// <summary>
/// Every signature here was made by another implementation over <see cref="Body"/>, signed at <see cref="SignedAt"/>:
/// npm standardwebhooks 1.1.1, svix 1.99.1, stripe 23.1.0 (Stripe.net 53.1.0 makes the same), @octokit/webhooks-methods 6.0.0,
/// @shopify/shopify-api 13.1.0; Node.js crypto for Paddle (accepted by @paddle/paddle-node-sdk 3.10.0); OpenSSL 3.0.19 for Lemon Squeezy and generic.
/// </summary>
public sealed class SignatureSchemeTests
{
    private const string Body = """{"id":"evt_1","type":"invoice.paid","amount":1.10,"name":"Zoë 🚀"}""";
    private const string Wrong = "d3Jvbmctc2VjcmV0LXdyb25nLXNlY3JldA==";

    private const string StandardSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string StandardSecret2 = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    private const string StandardSignature = "v1,O9Yk4kAbdet2G4w1shuKU9TtLSlJjsXJ8pA9c76GLYk=";
    private const string StandardSignature2 = "v1,lb0HJqAPuMLpRjFGqSGvUe+Gyu6fQLxWEDDGheUXRVA=";
    private const string StripeV1 = "8abb64577cdb70195138932f0703938b95132c2a88c1c0294d59a769596d1455";
    private const string StripeV1Old = "54277e9ac7e9273241bb77bd3967f5841752a3101d2a78e5d490b94bc6cd345f";
    private const string PaddleH1 = "cc99ad1752d44736500a0ee59a162db8003374e82e9de7b0cd572231eeaceeef";

    private static readonly string[] AllHeaders =
        ["webhook-id", "webhook-timestamp", "webhook-signature", "Stripe-Signature", "Paddle-Signature", "X-Hub-Signature-256", "X-Shopify-Hmac-Sha256", "X-Signature"];

    private static readonly DateTimeOffset SignedAt = DateTimeOffset.FromUnixTimeSeconds(1_760_000_000);

    private static readonly TestCaseData[] Vectors =
    [
        new(new SignatureOptions("standardWebhooks"), StandardSecret, Standard("webhook", StandardSignature)),
        new(new SignatureOptions("standardWebhooks"), StandardSecret["whsec_".Length..], Standard("webhook", StandardSignature)),
        new(new SignatureOptions("standardWebhooks"), StandardSecret, Standard("webhook", $"v1a,abc= {StandardSignature2} {StandardSignature}")),
        new(new SignatureOptions("standardWebhooks"), StandardSecret, Standard("svix", "v1,J11Q9VSrSJGn2CqihkVjCDBpXekbjv5cwOKEFYTpzcg=", "msg_2pLqRsTuVwXyZaBcDe")),
        new(new SignatureOptions("stripe"), "whsec_stripe_secret", One("Stripe-Signature", $"t=1760000000,v1={StripeV1}")),
        new(new SignatureOptions("stripe"), "whsec_stripe_secret", One("Stripe-Signature", $"t=1760000000,v1={StripeV1Old},v1={StripeV1},v0=00")),
        new(new SignatureOptions("stripe"), "whsec_stripe_old", One("Stripe-Signature", $"t=1760000000,v1={StripeV1Old},v1={StripeV1}")),
        new(new SignatureOptions("paddle"), "pdl_ntfset_01hv", One("Paddle-Signature", $"ts=1760000000;h1={PaddleH1}")),
        new(new SignatureOptions("paddle"), "pdl_ntfset_01hv", One("Paddle-Signature", $"ts=1760000000;h1=00;h1={PaddleH1}")),
        new(new SignatureOptions("github"), "It's a Secret to Everybody", One("X-Hub-Signature-256", "sha256=60f2e1a3be1e6adc1db22cc3886b22a3a0ad1666372d589f7755ed20844d855b")),
        new(new SignatureOptions("github"), "octokit-secret", One("X-Hub-Signature-256", "sha256=92d8c96e65c93e4679182e693d5b90d46fd451f1fbe415185b544afcafa61eb8")),
        new(new SignatureOptions("shopify"), "hush", One("X-Shopify-Hmac-Sha256", "XJw+wUfi2vDB2609DdbP5vzEuzMN3Tvw/UdqWTaR9yA=")),
        new(new SignatureOptions("lemonSqueezy"), "lemon-secret", One("X-Signature", "c3628c8df70ff37d14a8ce1beff70b272594126a61e507d9e89564d929536201")),
        new(new SignatureOptions("hmacSha256", "X-Proof", "base64"), "generic", One("x-proof", "fUhNe/QK5iCaOnI4qcTxKaFrrB0umcMxiRW0ZJcc6dA=")),
        new(new SignatureOptions("hmacSha256", "X-Proof", Prefix: "HMAC "), "lemon-secret", One("X-Proof", "hmac C3628C8DF70FF37D14A8CE1BEFF70B272594126A61E507D9E89564D929536201")),
    ];

    [TestCaseSource(nameof(Vectors))]
    public void S7_a_right_signature_is_valid(SignatureOptions options, string secret, Dictionary<string, string> headers) =>
        Check(options, headers, [secret]).Should().Be(SignatureCheck.Valid);

    [TestCaseSource(nameof(Vectors))]
    public void S7_one_of_several_secrets_is_enough(SignatureOptions options, string secret, Dictionary<string, string> headers) =>
        Check(options, headers, [Wrong, secret, Wrong]).IsValid.Should().BeTrue();

    [TestCaseSource(nameof(Vectors))]
    public void S7_another_secret_or_body_is_refused(SignatureOptions options, string secret, Dictionary<string, string> headers)
    {
        Check(options, headers, [Wrong]).Code.Should().Be("signatureMismatch");
        Check(options, headers, []).Code.Should().Be("signatureMismatch");
        Check(options, headers, [""]).Code.Should().Be("signatureMismatch");
        Check(options, headers, [secret], Body + " ").Code.Should().Be("signatureMismatch");
    }

    [TestCaseSource(nameof(Vectors))]
    public void S7_no_signature_is_refused(SignatureOptions options, string secret, Dictionary<string, string> headers)
    {
        foreach (var name in headers.Keys)
        {
            foreach (var without in new[] { headers.Where(header => header.Key != name).ToDictionary(), new Dictionary<string, string>(headers) { [name] = "" } })
            {
                var check = Check(options, without, [secret]);

                check.Code.Should().Be("signatureMissing");
                check.Message.Should().Contain("The request has no header");
            }
        }
    }

    [TestCaseSource(nameof(Vectors))]
    public void S7_a_garbled_signature_is_refused(SignatureOptions options, string secret, Dictionary<string, string> headers)
    {
        foreach (var garbage in new[] { "x", "t=,v1=", "v1,", "sha256=", "====", "t=1760000000,v1=zz", "é", new string('a', 9_000) })
        {
            var garbled = headers.ToDictionary(header => header.Key, header => header.Key.EndsWith("-id", StringComparison.Ordinal) ? header.Value : garbage);

            Check(options, garbled, [secret]).Code.Should().BeOneOf("signatureMalformed", "signatureMismatch");
        }
    }

    [TestCase("github", "X-Hub-Signature-256", "sha256=")]
    [TestCase("github", "X-Hub-Signature-256", "sha256=abc")]
    [TestCase("github", "X-Hub-Signature-256", "sha1=abcd")]
    [TestCase("lemonSqueezy", "X-Signature", "a")]
    [TestCase("shopify", "X-Shopify-Hmac-Sha256", "*")]
    [TestCase("stripe", "Stripe-Signature", "t=1760000000,v1=abc")]
    public void S7_what_cannot_be_decoded_is_malformed(string scheme, string header, string value) =>
        Check(new(scheme), One(header, value), ["secret"]).Code.Should().Be("signatureMalformed");

    [TestCase("v1a,abcd")]
    [TestCase("v1,")]
    [TestCase("v1,*")]
    public void S7_standard_webhooks_without_a_v1_signature_are_malformed(string signature) =>
        Check(new("standardWebhooks"), Standard("webhook", signature), [StandardSecret]).Code.Should().Be("signatureMalformed");

    [TestCase(SignatureScheme.MaxHeaderLength, null)]
    [TestCase(SignatureScheme.MaxHeaderLength + 1, "signatureMalformed")]
    public void S7_a_signature_header_is_read_up_to_its_greatest_length(int length, string? code) =>
        Check(new("stripe"), One("Stripe-Signature", $"t=1760000000,v1={StripeV1},v0=".PadRight(length, '0')), ["whsec_stripe_secret"]).Code.Should().Be(code);

    // Padding is often lost when a secret or a signature is copied.
    [Test]
    public void S7_base64_is_read_without_its_padding_too()
    {
        Check(new("shopify"), One("X-Shopify-Hmac-Sha256", "XJw+wUfi2vDB2609DdbP5vzEuzMN3Tvw/UdqWTaR9yA"), ["hush"]).IsValid.Should().BeTrue();
        SignatureScheme.Create(new("standardWebhooks")).ProblemWith(Wrong.TrimEnd('=')).Should().BeNull();
    }

    [Test]
    public void S7_a_secret_or_signature_given_twice_is_as_good_as_once()
    {
        var twice = One("Stripe-Signature", $"t=1760000000,v1={StripeV1},v1={StripeV1}");

        Check(new("stripe"), twice, ["whsec_stripe_secret"]).IsValid.Should().BeTrue();
        Check(new("stripe"), twice, ["whsec_stripe_secret", "whsec_stripe_secret"]).IsValid.Should().BeTrue();
    }

    [Test]
    public void S7_an_empty_secret_proves_nothing()
    {
        var anyone = Convert.ToHexStringLower(HMACSHA256.HashData(""u8, Encoding.UTF8.GetBytes(Body)));

        Check(new("github"), One("X-Hub-Signature-256", $"sha256={anyone}"), [""]).Code.Should().Be("signatureMismatch");
    }

    [Test]
    public void S7_the_headers_of_standard_webhooks_count_before_those_of_svix()
    {
        var headers = Standard("webhook", StandardSignature).Concat(Standard("svix", StandardSignature2)).ToDictionary();

        Check(new("standardWebhooks"), headers, [StandardSecret]).IsValid.Should().BeTrue();
    }

    [TestCaseSource(nameof(Vectors))]
    public void S7_no_secret_and_no_right_signature_stands_in_a_message(SignatureOptions options, string secret, Dictionary<string, string> headers)
    {
        var refused = new[]
        {
            Check(options, headers, [secret], "other"),
            Check(options, [], [secret]),
            Check(options, headers.ToDictionary(header => header.Key, _ => "?"), [secret]),
        };

        refused.Select(check => check.Message).Should().NotContain(message => message!.Contains(secret) || message.Contains(StripeV1));
    }

    [TestCase(300, null)]
    [TestCase(301, "timestampTooOld")]
    [TestCase(-300, null)]
    [TestCase(-301, "timestampTooNew")]
    public void S7_a_signed_time_is_good_for_300_seconds(int age, string? code)
    {
        foreach (var vector in Vectors.Where(vector => ((SignatureOptions)vector.Arguments[0]!).Scheme is "standardWebhooks" or "stripe" or "paddle"))
        {
            var check = SignatureScheme.Create((SignatureOptions)vector.Arguments[0]!).Verify(
                new SignedRequest(Encoding.UTF8.GetBytes(Body), new RequestHeaders((Dictionary<string, string>)vector.Arguments[2]!)),
                [(string)vector.Arguments[1]!],
                SignedAt.AddSeconds(age));

            check.Code.Should().Be(code);
        }
    }

    [TestCase(301, "signed 301 seconds ago")]
    [TestCase(-301, "signed 301 seconds in the future")]
    public void S7_how_far_a_signed_time_is_off_is_said(int age, string words) =>
        Check(new("stripe"), One("Stripe-Signature", $"t=1760000000,v1={StripeV1}"), ["whsec_stripe_secret"], age: age).Message.Should().Contain(words);

    [Test]
    public void S7_the_time_is_part_of_what_is_signed()
    {
        var fresh = Standard("webhook", StandardSignature);
        fresh["webhook-timestamp"] = "1760000001";

        Check(new("standardWebhooks"), fresh, [StandardSecret]).Code.Should().Be("signatureMismatch");
        Check(new("stripe"), One("Stripe-Signature", $"t=1760000001,v1={StripeV1}"), ["whsec_stripe_secret"]).Code.Should().Be("signatureMismatch");
    }

    [Test]
    public void S7_both_secrets_are_good_while_one_is_changed() =>
        Check(new("standardWebhooks"), Standard("webhook", StandardSignature2), [StandardSecret, StandardSecret2]).IsValid.Should().BeTrue();

    [TestCase(null, null, null, null, "signature.scheme")]
    [TestCase("Stripe", null, null, null, "signature.scheme")]
    [TestCase("stripe", "X-Other", null, null, "signature.scheme")]
    [TestCase("hmacSha256", null, null, null, "signature.header")]
    [TestCase("hmacSha256", "X Y", null, null, "signature.header")]
    [TestCase("hmacSha256", "X-Y", "hexadecimal", null, "signature.encoding")]
    [TestCase("hmacSha256", "", null, null, "signature.header")]
    [TestCase("hmacSha256", "X-Y", "hex", "é", "signature.prefix")]
    [TestCase("hmacSha256", "X-Y", "hex", "a=é", "signature.prefix")]
    [TestCase("hmacSha256", "X-Y", "hex", "a\u007f", "signature.prefix")]
    public void S7_a_scheme_that_makes_no_sense_is_refused_by_field(string? scheme, string? header, string? encoding, string? prefix, string field)
    {
        SignatureScheme.TryCreate(new(scheme, header, encoding, prefix), out _, out var problem).Should().BeFalse();
        problem!.Field.Should().Be(field);
    }

    [TestCase(100, 50, null)]
    [TestCase(101, 50, "signature.header")]
    [TestCase(100, 51, "signature.prefix")]
    public void S7_the_texts_of_a_generic_scheme_are_bounded(int header, int prefix, string? field)
    {
        SignatureScheme.TryCreate(new("hmacSha256", new string('X', header), Prefix: new string('=', prefix)), out _, out var problem).Should().Be(field is null);
        (problem?.Field).Should().Be(field);
    }

    [TestCase("")]
    [TestCase(" ~")]
    public void S7_a_prefix_is_any_plain_ascii_text(string prefix) =>
        SignatureScheme.Create(new("hmacSha256", "X-Proof", Prefix: prefix)).Options.Prefix.Should().Be(prefix);

    [Test]
    public void S7_every_scheme_survives_being_stored()
    {
        foreach (var name in Simple)
        {
            var options = new SignatureOptions(name, name == "hmacSha256" ? "X-Proof" : null);
            SignatureScheme.Create(options).Options.Should().Be(options);
        }
    }

    [TestCase("standardWebhooks", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", null)]
    [TestCase("standardWebhooks", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", null)]
    [TestCase("standardWebhooks", "not base64!", "base64")]
    [TestCase("standardWebhooks", "whsec_not-base64", "base64")]
    [TestCase("standardWebhooks", "whsec_", "base64")]
    [TestCase("stripe", "whsec_anything-at-all", null)]
    [TestCase("github", "", "empty")]
    [TestCase("github", "It's a Secret to Everybody", null)]
    [TestCase("github", " copied", "space")]
    [TestCase("github", "copied\n", "line break")]
    [TestCase("github", "co\npied", "line break")]
    public void S7_a_secret_that_cannot_work_is_refused_at_once(string scheme, string secret, string? part)
    {
        var problem = SignatureScheme.Create(new(scheme)).ProblemWith(secret);

        if (part is null)
        {
            problem.Should().BeNull();
        }
        else
        {
            problem.Should().Contain(part);
        }
    }

    [Test]
    public void S7_a_secret_has_at_most_500_characters()
    {
        var scheme = SignatureScheme.Create(new("github"));

        scheme.ProblemWith(new string('x', 500)).Should().BeNull();
        scheme.ProblemWith(new string('x', 501)).Should().Contain("500");
    }

    [Test]
    public void S7_any_header_is_refused_without_an_exception() =>
        Gen.Select(Gen.Int[0, Simple.Length - 1].Select(index => Simple[index]), Gen.OneOf(Gen.String, Gen.Char["tv1hs=,; 0aé"].Array.Select(text => new string(text)))).Sample((name, text) =>
        {
            var headers = AllHeaders.ToDictionary(header => header, _ => text);
            return !Check(new(name, name == "hmacSha256" ? "X-Signature" : null), headers, [StandardSecret]).IsValid;
        });

    // Signed by OpenSSL 3 over the body; the keys are of RFC 8032's kind and of the curve P-256.
    [TestCase("hmacSha1", "hex")]
    [TestCase("hmacSha512", "base64")]
    public void S16_other_hashes_are_data(string algorithm, string encoding)
    {
        var key = Encoding.UTF8.GetBytes("secret");
        var hash = algorithm == "hmacSha1" ? CryptographicOperations.HmacData(HashAlgorithmName.SHA1, key, Encoding.UTF8.GetBytes(Body)) : HMACSHA512.HashData(key, Encoding.UTF8.GetBytes(Body));
        var options = new SignatureOptions("general", "X-Proof", encoding) { Algorithm = algorithm };

        Check(options, One("X-Proof", encoding == "hex" ? Convert.ToHexString(hash) : Convert.ToBase64String(hash)), ["secret"]).IsValid.Should().BeTrue();
        Check(options, One("X-Proof", encoding == "hex" ? Convert.ToHexString(hash) : Convert.ToBase64String(hash)), ["other"]).Code.Should().Be("signatureMismatch");
    }

    [Test]
    public void S16_a_general_scheme_says_what_is_signed()
    {
        var options = new SignatureOptions("general", "X-Slack-Signature", Prefix: "v0=") { Algorithm = "hmacSha256", Signed = "v0:{timestamp}:{body}", Timestamp = new("X-Slack-Request-Timestamp") };
        var headers = One("X-Slack-Signature", $"v0={Hex($"v0:1760000000:{Body}")}");
        headers["X-Slack-Request-Timestamp"] = "1760000000";

        Check(options, headers, ["secret"]).IsValid.Should().BeTrue();
        Check(options, headers, ["secret"], age: 301).Code.Should().Be("timestampTooOld");
        Check(options with { Tolerance = 400 }, headers, ["secret"], age: 301).IsValid.Should().BeTrue();
        Check(options, One("X-Slack-Signature", headers["X-Slack-Signature"]), ["secret"]).Code.Should().Be("signatureMissing");

        // Ghost signs the time behind the body, in milliseconds.
        var ghost = new SignatureOptions("general", "X-Ghost-Signature") { Algorithm = "hmacSha256", Part = "sha256", Signed = "{body}{timestamp}", Timestamp = new(Part: "t") };
        Check(ghost, One("X-Ghost-Signature", $"sha256={Hex($"{Body}1760000000123")}, t=1760000000123"), ["secret"]).IsValid.Should().BeTrue();

        static string Hex(string text) => Convert.ToHexStringLower(HMACSHA256.HashData("secret"u8, Encoding.UTF8.GetBytes(text)));
    }

    // The vectors are of the senders' own documentation: Square's, and Twilio's.
    [Test]
    public void S16_a_sender_may_sign_the_url_it_calls()
    {
        const string Twilio = "https://mycompany.com/myapp.php?foo=1&bar=2";
        const string Form = "Digits=1234&To=%2B18005551212&From=%2B12349013030&CallSid=CA1234567890ABCDE&Caller=%2B12349013030";
        var square = new SignatureOptions("general", "X-Square-HmacSha256-Signature", "base64") { Algorithm = "hmacSha256", Signed = "{url}{body}" };
        var twilio = new SignatureOptions("general", "X-Twilio-Signature", "base64") { Algorithm = "hmacSha1", Signed = "{url}{form}" };

        Check(square, One("x-square-hmacsha256-signature", "2kRE5qRU2tR+tBGlDwMEw2avJ7QM4ikPYD/PJ3bd9Og="), ["asdf1234"], """{"hello":"world"}""", url: "https://example.com/webhook").IsValid.Should().BeTrue();
        Check(square, One("x-square-hmacsha256-signature", "2kRE5qRU2tR+tBGlDwMEw2avJ7QM4ikPYD/PJ3bd9Og="), ["asdf1234"], """{"hello":"world"}""", url: "https://example.com/other").Code.Should().Be("signatureMismatch");
        Check(twilio, One("X-Twilio-Signature", "0/KCTR6DLpKmkAf8muzZqo1nDgQ="), ["12345"], Form, url: Twilio, type: "application/x-www-form-urlencoded; charset=utf-8").IsValid.Should().BeTrue();
        Check(twilio, One("X-Twilio-Signature", "0/KCTR6DLpKmkAf8muzZqo1nDgQ="), ["12345"], Form + "&More=1", url: Twilio, type: "application/x-www-form-urlencoded").Code.Should().Be("signatureMismatch");
        Check(twilio, One("X-Twilio-Signature", "0/KCTR6DLpKmkAf8muzZqo1nDgQ="), ["12345"], Form, url: Twilio, type: "text/plain").Code.Should().Be("signatureMissing");
    }

    [Test]
    public void S16_a_body_that_is_no_form_is_signed_by_its_hash_in_the_url()
    {
        var twilio = new SignatureOptions("general", "X-Twilio-Signature", "base64") { Algorithm = "hmacSha1", Signed = "{url}{form}" };
        var url = "https://example.com/hook?bodySHA256=" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Body)));
        var headers = One("X-Twilio-Signature", Convert.ToBase64String(CryptographicOperations.HmacData(HashAlgorithmName.SHA1, "12345"u8, Encoding.UTF8.GetBytes(url))));

        Check(twilio, headers, ["12345"], url: url, type: "application/json").IsValid.Should().BeTrue();
        Check(twilio, headers, ["12345"], Body + " ", url: url, type: "application/json").IsValid.Should().BeFalse();
    }

    [Test]
    public void S16_method_url_body_and_time_may_be_signed_together()
    {
        var hubspot = new SignatureOptions("general", "X-HubSpot-Signature-v3", "base64") { Algorithm = "hmacSha256", Signed = "{method}{url}{body}{timestamp}", Timestamp = new("X-HubSpot-Request-Timestamp") };
        const string Url = "https://example.com/api/webhooks/x?a=1";
        var headers = One("X-HubSpot-Request-Timestamp", "1760000000123");
        headers["X-HubSpot-Signature-v3"] = Convert.ToBase64String(HMACSHA256.HashData("secret"u8, Encoding.UTF8.GetBytes($"POST{Url}{Body}1760000000123")));

        Check(hubspot, headers, ["secret"], url: Url).IsValid.Should().BeTrue();
        Check(hubspot, headers, ["secret"], url: Url, age: 301).Code.Should().Be("timestampTooOld");
        Check(hubspot, headers, ["secret"], url: Url[..^1]).Code.Should().Be("signatureMismatch");
    }

    [Test]
    public void S16_headers_may_be_signed_and_two_signatures_sent_while_a_secret_is_changed()
    {
        var polar = new SignatureOptions("general", "webhook-signature", "base64", "v1,") { Algorithm = "hmacSha256", Signed = "{header:webhook-id}.{timestamp}.{body}", Timestamp = new("webhook-timestamp") };
        var signature = Convert.ToBase64String(HMACSHA256.HashData("polar_whs_1"u8, Encoding.UTF8.GetBytes($"msg_1.1760000000.{Body}")));
        var headers = Standard("webhook", $"v1,AAAA v1,{signature}", "msg_1");

        Check(polar, headers, ["polar_whs_1"]).IsValid.Should().BeTrue();
        Check(polar, Standard("webhook", $"v1,{signature}", "msg_1"), ["polar_whs_1"]).IsValid.Should().BeTrue();
        Check(polar, Standard("webhook", $"v1,{signature}", "msg_2"), ["polar_whs_1"]).Code.Should().Be("signatureMismatch");
        Check(polar, headers.Where(header => header.Key != "webhook-id").ToDictionary(), ["polar_whs_1"]).Code.Should().Be("signatureMissing");
    }

    // Signed by OpenSSL 3 over time and token.
    [TestCase("1760000000", "a8ce0edb2dd8301dee6c2405235584e45aa91d1e9f979f3de0", 0, null)]
    [TestCase("1760000000", "a8ce0edb2dd8301dee6c2405235584e45aa91d1e9f979f3de0", 601, "timestampTooOld")]
    [TestCase("1760000001", "a8ce0edb2dd8301dee6c2405235584e45aa91d1e9f979f3de0", 0, "signatureMismatch")]
    [TestCase("1760000000", "b8ce0edb2dd8301dee6c2405235584e45aa91d1e9f979f3de0", 0, "signatureMismatch")]
    [TestCase("soon", "a8ce0edb2dd8301dee6c2405235584e45aa91d1e9f979f3de0", 0, "signatureMalformed")]
    [TestCase(null, "a8ce0edb2dd8301dee6c2405235584e45aa91d1e9f979f3de0", 0, "signatureMissing")]
    public void S16_a_signature_may_stand_in_the_body(string? time, string token, int age, string? code)
    {
        var mailgun = new SignatureOptions("general")
        {
            Field = "signature.signature",
            Algorithm = "hmacSha256",
            Signed = "{timestamp}{field:signature.token}",
            Timestamp = new(Field: "signature.timestamp"),
            Tolerance = 600,
        };
        var body = $$$"""{"signature":{"token":"{{{token}}}","timestamp":{{{(time is null ? "null" : $"\"{time}\"")}}},"signature":"10f8edac58a3c6f7086db74a41e10af7ef2e44de20bef05c8fedc8c52a5c86ac"},"event-data":{}}""";

        Check(mailgun, [], ["key-1"], body, age).Code.Should().Be(code);
        Check(mailgun, [], ["key-2"], body, age).IsValid.Should().BeFalse();
        Check(mailgun, [], ["key-1"], "{}").Code.Should().Be("signatureMissing");
        Check(mailgun, [], ["key-1"], "<").Code.Should().Be("signatureMissing");
    }

    // Signed as Braintree's SDKs do: HMAC-SHA1 by the SHA1 of the private key, over the payload with its line breaks.
    [TestCase("integration_private_key", null)]
    [TestCase("other", "signatureMismatch")]
    public void S16_braintree_signs_a_field_of_its_form(string secret, string? code)
    {
        const string Payload = "PG5vdGlmaWNhdGlvbj48L25vdGlm\naWNhdGlvbj4=\n";
        var mac = Convert.ToHexStringLower(CryptographicOperations.HmacData(HashAlgorithmName.SHA1, CryptographicOperations.HashData(HashAlgorithmName.SHA1, "integration_private_key"u8), Encoding.UTF8.GetBytes(Payload)));
        var form = $"bt_signature={Uri.EscapeDataString($"old_key|00&integration_public_key|{mac}")}&bt_payload={Uri.EscapeDataString(Payload)}";

        Check(new("braintree"), [], [secret], form, type: "application/x-www-form-urlencoded").Code.Should().Be(code);
        Check(new("braintree"), [], [secret], form + "x", type: "application/x-www-form-urlencoded").Code.Should().Be("signatureMismatch");
        Check(new("braintree"), [], [secret], "bt_signature=x&bt_payload=y", type: "application/x-www-form-urlencoded").Code.Should().Be("signatureMalformed");
    }

    [TestCase("https://api.paypal.com/v1/notifications/certs/CERT-1", true)]
    [TestCase("https://api.sandbox.paypal.com/v1/notifications/certs/CERT-1", true)]
    [TestCase("http://api.paypal.com/v1/notifications/certs/CERT-1", false)]
    [TestCase("https://api.paypal.com:444/v1/notifications/certs/CERT-1", false)]
    [TestCase("https://api.paypal.com.evil.example/v1/notifications/certs/CERT-1", false)]
    [TestCase("https://www.paypal.com/v1/notifications/certs/CERT-1", false)]
    [TestCase("https://api.paypal.com/v1/notifications/certs/../../x", false)]
    [TestCase("https://api.paypal.com/else", false)]
    public void S16_paypal_signs_the_checksum_with_its_certificate(string url, bool isPayPals)
    {
        using var key = RSA.Create(2048);
        var certificate = new SigningCertificate(new Uri(url), key.ExportSubjectPublicKeyInfo());
        var scheme = SignatureScheme.Create(new("paypal"));

        // 1169202571 is zlib's crc32 of the body.
        var signature = key.SignData(Encoding.UTF8.GetBytes("69cd13f0|2026-06-04T12:00:00Z|WH-1|1169202571"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var headers = new RequestHeaders(new Dictionary<string, string>
        {
            ["PAYPAL-TRANSMISSION-ID"] = "69cd13f0",
            ["PAYPAL-TRANSMISSION-TIME"] = "2026-06-04T12:00:00Z",
            ["PAYPAL-TRANSMISSION-SIG"] = Convert.ToBase64String(signature),
            ["PAYPAL-CERT-URL"] = url,
        });
        var request = new SignedRequest(Encoding.UTF8.GetBytes(Body), headers);

        (scheme.CertificateOf(request) is not null).Should().Be(isPayPals);
        scheme.Verify(request.With(certificate), ["WH-1"], SignedAt).Code.Should().Be(isPayPals ? null : "signatureMalformed");
        scheme.Verify(request.With(certificate), ["WH-2"], SignedAt).IsValid.Should().BeFalse();
        scheme.Verify(request, ["WH-1"], SignedAt).IsValid.Should().BeFalse();
        scheme.Verify(new SignedRequest(Encoding.UTF8.GetBytes(Body + " "), headers).With(certificate), ["WH-1"], SignedAt).IsValid.Should().BeFalse();
    }

    [Test]
    public void S16_ecdsa_keys_are_read_in_every_form()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = key.ExportParameters(false).Q;
        var signature = Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes($"1760000000{Body}"), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        var headers = One("X-Proof", signature);
        headers["X-Time"] = "1760000000";
        foreach (var text in (string[])[key.ExportSubjectPublicKeyInfoPem(), Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()), Convert.ToHexString([4, .. point.X!, .. point.Y!])])
        {
            var options = new SignatureOptions("general", "X-Proof", "base64") { Algorithm = "ecdsaP256", Signed = "{timestamp}{body}", Timestamp = new("X-Time"), PublicKeys = [text] };

            Check(options, headers, []).IsValid.Should().BeTrue();
            Check(options, headers, [], Body + " ").Code.Should().Be("signatureMismatch");
            Check(options, new(headers) { ["X-Proof"] = "AAAA" }, []).Code.Should().Be("signatureMismatch");
        }
    }

    // RFC 8032, section 7.1, test 2.
    [Test]
    public void S16_ed25519_is_checked_by_the_public_key()
    {
        const string Key = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
        const string Signature = "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";
        var options = new SignatureOptions("general", "X-Proof") { Algorithm = "ed25519", PublicKeys = [Key] };
        var spki = Convert.ToBase64String([0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00, .. Convert.FromHexString(Key)]);

        Check(options, One("X-Proof", Signature), [], "r").IsValid.Should().BeTrue();
        Check(options with { PublicKeys = [spki] }, One("X-Proof", Signature), [], "r").IsValid.Should().BeTrue();
        Check(options, One("X-Proof", Signature), [], "s").Code.Should().Be("signatureMismatch");
        Check(options, One("X-Proof", "00"), [], "r").Code.Should().Be("signatureMismatch");
    }

    [Test]
    public void S16_credentials_are_compared_whole()
    {
        var basic = new SignatureOptions("basic") { User = "ada" };
        var token = new SignatureOptions("token", "X-Token", Prefix: "Bearer ");

        Check(basic, One("Authorization", "Basic " + Convert.ToBase64String("ada:pw"u8)), ["pw"]).IsValid.Should().BeTrue();
        Check(basic, One("Authorization", "Basic " + Convert.ToBase64String("eve:pw"u8)), ["pw"]).Code.Should().Be("signatureMismatch");
        Check(token, One("X-Token", "Bearer t1"), ["t0", "t1"]).IsValid.Should().BeTrue();
        Check(token, One("X-Token", "t1"), ["t1"]).Code.Should().Be("signatureMismatch");
        Check(token, [], ["t1"]).Code.Should().Be("signatureMissing");
    }

    private static readonly TestCaseData[] Nonsense =
    [
        new(new SignatureOptions("general", "X-P"), "signature.algorithm"),
        new(new SignatureOptions("general", "X-P") { Algorithm = "md5" }, "signature.algorithm"),
        new(new SignatureOptions("general") { Algorithm = "hmacSha256" }, "signature.header"),
        new(new SignatureOptions("general", "X-P") { Algorithm = "hmacSha256", Signed = "no body" }, "signature.signed"),
        new(new SignatureOptions("general", "X-P") { Algorithm = "hmacSha256", Signed = "{timestamp}{body}" }, "signature.timestamp"),
        new(new SignatureOptions("general", "X-P") { Algorithm = "hmacSha256", Timestamp = new("X-T") }, "signature.timestamp"),
        new(new SignatureOptions("general", "X-P") { Algorithm = "hmacSha256", Signed = "{body}{body}" }, "signature.signed"),
        new(new SignatureOptions("general", "X-P") { Algorithm = "hmacSha256", Signed = "{url}{method}" }, "signature.signed"),
        new(new SignatureOptions("general", "X-P") { Algorithm = "hmacSha256", Signed = "{header:X Y}{body}" }, "signature.signed"),
        new(new SignatureOptions("general", "X-P") { Algorithm = "hmacSha256", Signed = "{field:a..b}" }, "signature.signed"),
        new(new SignatureOptions("general", "X-P") { Algorithm = "hmacSha256", Signed = "{timestamp}{body}", Timestamp = new("X-T", Field: "t") }, "signature.timestamp"),
        new(new SignatureOptions("general", "X-P") { Algorithm = "hmacSha256", Signed = "{timestamp}{body}", Timestamp = new(Field: "a..b") }, "signature.timestamp.field"),
        new(new SignatureOptions("general", "X-P") { Algorithm = "hmacSha256", Field = "signature" }, "signature.field"),
        new(new SignatureOptions("general") { Algorithm = "hmacSha256", Field = "header:X-P" }, "signature.field"),
        new(new SignatureOptions("general", "X-P") { Algorithm = "hmacSha256", Topic = "arn:x" }, "signature.topic"),
        new(new SignatureOptions("sns", "X-P"), "signature.scheme"),
        new(new SignatureOptions("sns") { Topic = "x" }, "signature.topic"),
        new(new SignatureOptions("general", "X-P") { Algorithm = "hmacSha256", PublicKeys = ["x"] }, "signature.publicKeys"),
        new(new SignatureOptions("general", "X-P") { Algorithm = "ed25519", PublicKeys = ["abcd"] }, "signature.publicKeys[0]"),
        new(new SignatureOptions("general", "X-P") { Algorithm = "ecdsaP256", PublicKeys = ["AAAA"] }, "signature.publicKeys[0]"),
        new(new SignatureOptions("general", "X-P") { Algorithm = "hmacSha256", Tolerance = 0 }, "signature.tolerance"),
        new(new SignatureOptions("hmacSha256", "X-P") { Signed = "{body}" }, "signature.scheme"),
        new(new SignatureOptions("stripe") { Tolerance = 5 }, "signature.scheme"),
        new(new SignatureOptions("basic"), "signature.user"),
        new(new SignatureOptions("basic", "X-P") { User = "a" }, "signature.scheme"),
        new(new SignatureOptions("token"), "signature.header"),
        new(new SignatureOptions("token", "X-P") { User = "a" }, "signature.user"),
    ];

    [TestCaseSource(nameof(Nonsense))]
    public void S16_a_scheme_that_makes_no_sense_is_refused_by_field(SignatureOptions options, string field)
    {
        SignatureScheme.TryCreate(options, out _, out var problem).Should().BeFalse();
        problem!.Field.Should().Be(field);
    }

    private static readonly string[] Simple = [.. SignatureScheme.Names.Except(["general", "basic", "token"])];

    private static SignatureCheck Check(SignatureOptions options, Dictionary<string, string> headers, string[] secrets, string body = Body, int age = 0, string url = "", string? type = null) =>
        SignatureScheme.Create(options).Verify(new SignedRequest(Encoding.UTF8.GetBytes(body), new RequestHeaders(headers), type, url), secrets, SignedAt.AddSeconds(age));

    private static Dictionary<string, string> One(string name, string value) => new() { [name] = value };

    private static Dictionary<string, string> Standard(string family, string signature, string id = "msg_p5jXN8AQM9LWM0D4loKWxJek") => new()
    {
        [$"{family}-id"] = id,
        [$"{family}-timestamp"] = "1760000000",
        [$"{family}-signature"] = signature,
    };
}
