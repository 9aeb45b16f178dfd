using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Sendra.Domain.EventSources.Signatures;

/// <summary>
/// Amazon SNS signs in the message itself, with a certificate that it serves from its own hosts. That proves that the message passed through
/// SNS, where anybody can have a topic: name the topic to take no other's messages.
/// </summary>
internal sealed partial class SnsScheme(SignatureOptions options) : SignatureScheme(options, signatureHeader: null)
{
    internal const string Name = "sns";

    private const int MaxTopicLength = 500;

    // A message may come for days after it was signed; an older one can no longer be told from a repeat.
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(7);

    private static readonly PayloadPath Type = PayloadPath.Parse("Type");
    private static readonly PayloadPath Topic = PayloadPath.Parse("TopicArn");
    private static readonly PayloadPath Time = PayloadPath.Parse("Timestamp");
    private static readonly PayloadPath Version = PayloadPath.Parse("SignatureVersion");
    private static readonly PayloadPath Signature = PayloadPath.Parse("Signature");
    private static readonly PayloadPath Certificate = PayloadPath.Parse("SigningCertURL");

    private static readonly string[] OfNotification = ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"];
    private static readonly string[] OfConfirmation = ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"];

    public override bool HasSecrets => false;

    public override bool SignsHandshakes => true;

    internal static bool TryMake(
        SignatureOptions options, [NotNullWhen(true)] out SignatureScheme? scheme, [NotNullWhen(false)] out MappingProblem? problem)
    {
        problem = options switch
        {
            _ when options with { Topic = null } != new SignatureOptions(Name) => new("signature.scheme", $"The scheme {Name} has a topic only."),
            { Topic: "" or { Length: > MaxTopicLength } } => new("signature.topic", $"A topic's ARN has 1 to {MaxTopicLength} characters."),
            { Topic: { } topic } when !topic.StartsWith("arn:", StringComparison.Ordinal) || topic.Any(char.IsControl) =>
                new("signature.topic", "This isn't the ARN of a topic, such as arn:aws:sns:us-east-1:123456789012:MyTopic."),
            _ => null,
        };
        scheme = problem is null ? new SnsScheme(options) : null;
        return scheme is not null;
    }

    public override CertificateAddress? CertificateOf(SignedRequest request)
    {
        if (request.Text(Certificate) is not { Length: <= 300 } text
            || !Uri.TryCreate(text, UriKind.Absolute, out var url)
            || url is not { IsDefaultPort: true, UserInfo: "", Query: "", Fragment: "" }
            || url.Scheme != Uri.UriSchemeHttps
            || Host().Match(url.Host) is not { Success: true } host
            || !url.AbsolutePath.EndsWith(".pem", StringComparison.Ordinal))
        {
            return null;
        }

        // Younger regions and those of China have certificates of their own.
        var (region, domain) = (host.Groups["region"].Value, host.Groups["domain"].Value);
        return new CertificateAddress(url, ["sns.amazonaws.com", url.Host, $"sns-signing.{region}.{domain}", $"sns-{region}.{domain}"]);
    }

    private protected override byte[]? Key(string text) => null;

    private protected override SignatureCheck Verify(SignedRequest request, IEnumerable<byte[]> keys, DateTimeOffset now)
    {
        if (request.Text(Signature) is not { Length: <= MaxHeaderLength } text || request.Text(Type) is not { } type)
        {
            return SignatureCheck.Refused(
                SignatureCode.Missing,
                "The body is no message signed by Amazon SNS. Turn off raw message delivery for the subscription, or turn off the check for this source.");
        }

        if (CertificateOf(request) is not { } address)
        {
            return SignatureCheck.Refused(SignatureCode.Malformed, "SigningCertURL doesn't lead to a certificate of Amazon SNS. Somebody else may have sent this.");
        }

        if (request.Text(Version) is not ("1" or "2") || SignatureText.FromBase64(text) is not { } signature)
        {
            return SignatureCheck.Refused(SignatureCode.Malformed, "The message's signature doesn't have the expected form (SignatureVersion 1 or 2, base64).");
        }

        var hash = request.Text(Version) == "1" ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256;
        if (request.Certificate is not { PublicKey: not null } certificate || certificate.Url != address.Url || !certificate.Signed(SignedTextOf(request, type), signature, hash))
        {
            return SignatureCheck.Refused(SignatureCode.Mismatch, "Amazon SNS didn't sign this message, or it was changed on the way.");
        }

        return Options.Topic is { } topic && request.Text(Topic) != topic
            ? SignatureCheck.Refused(SignatureCode.Mismatch, $"The message is of another topic than {topic}, which this source takes.")
            : CheckTime(request, now);
    }

    private static SignatureCheck CheckTime(SignedRequest request, DateTimeOffset now)
    {
        if (!DateTimeOffset.TryParse(request.Text(Time), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return SignatureCheck.Refused(SignatureCode.Malformed, "The message's Timestamp doesn't have the expected form (ISO 8601).");
        }

        return now - time > MaxAge ? SignatureCheck.Refused(SignatureCode.TooOld, "The message was signed more than 7 days ago. Someone else may have sent an old one again.")
            : time - now > Tolerance ? SignatureCheck.Refused(SignatureCode.TooNew, "The message was signed in the future. One of the two clocks is wrong.")
            : SignatureCheck.Valid;
    }

    private static byte[] SignedTextOf(SignedRequest request, string type)
    {
        var text = new StringBuilder();
        foreach (var name in type == "Notification" ? OfNotification : OfConfirmation)
        {
            if (request.Text(PayloadPath.Parse(name)) is { } value)
            {
                text.Append(name).Append('\n').Append(value).Append('\n');
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    [GeneratedRegex(@"^sns\.(?<region>[a-z0-9-]{1,40})\.(?<domain>amazonaws\.com(\.cn)?)$")]
    private static partial Regex Host();
}
