using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Sendra.Domain.EventSources.Signatures;

/// <summary>
/// What a sender signs, written as a text with places in it: <c>{body}</c>, <c>{timestamp}</c>, <c>{method}</c>, <c>{url}</c> (the source's own,
/// as the sender calls it), <c>{form}</c> (names and values of a form in the order of the names), <c>{header:…}</c> and <c>{field:…}</c> (a path in
/// the body). Anything else stands for itself.
/// </summary>
internal sealed class SignedTemplate
{
    internal const string Body = "{body}";
    internal const string Time = "{timestamp}";

    private const string Form = "{form}";
    private const string HeaderStart = "{header:";
    private const string FieldStart = "{field:";

    private readonly IReadOnlyList<Part> _parts;

    private SignedTemplate(IReadOnlyList<Part> parts) => _parts = parts;

    private delegate byte[]? Part(SignedRequest request, string time);

    internal static bool TryParse(string text, [NotNullWhen(true)] out SignedTemplate? template, [NotNullWhen(false)] out string? problem)
    {
        var parts = new List<Part>();
        var isOfDelivery = false;
        template = null;
        for (var i = 0; i < text.Length;)
        {
            var close = text[i] == '{' ? text.IndexOf('}', i) : -1;
            var place = close < 0 ? "" : text[i..(close + 1)];
            var (part, wrong) = PartOf(place);
            if (wrong is not null)
            {
                problem = wrong;
                return false;
            }

            isOfDelivery |= place is Body or Form || place.StartsWith(FieldStart, StringComparison.Ordinal);
            var end = part is not null ? close + 1 : text.IndexOf('{', i + 1) is > 0 and var next ? next : text.Length;
            var literal = Encoding.UTF8.GetBytes(text[i..end]);
            parts.Add(part ?? ((_, _) => literal));
            i = end;
        }

        problem = isOfDelivery && text.Split(Body).Length <= 2
            ? null
            : $"Write {Body} once where the body is, for example {Time}.{Body}; or name what else of the delivery is signed, by {Form} or {FieldStart}path}}.";
        template = problem is null ? new SignedTemplate(parts) : null;
        return template is not null;
    }

    /// <summary>What this request's sender must have signed; null when something of it was not sent.</summary>
    internal IReadOnlyList<byte[]>? Of(SignedRequest request, string time)
    {
        var signed = _parts.Select(part => part(request, time)).ToList();
        return signed.Contains(null) ? null : [.. signed.OfType<byte[]>()];
    }

    private static (Part? Part, string? Problem) PartOf(string place)
    {
        switch (place)
        {
            case Body:
                return ((request, _) => request.Body, null);
            case Time:
                return ((_, time) => Encoding.UTF8.GetBytes(time), null);
            case "{method}":
                return ((_, _) => "POST"u8.ToArray(), null);
            case "{url}":
                return ((request, _) => Encoding.UTF8.GetBytes(request.Url), null);
            case Form:
                return ((request, _) => FormOf(request), null);
        }

        if (place.StartsWith(HeaderStart, StringComparison.Ordinal))
        {
            var name = place[HeaderStart.Length..^1];
            return HeaderName.IsLegal(name)
                ? ((request, _) => request.Headers[name] is { } value ? Encoding.UTF8.GetBytes(value) : null, null)
                : (null, $"{HeaderStart}…}} names a header, with letters, digits and hyphens.");
        }

        if (place.StartsWith(FieldStart, StringComparison.Ordinal))
        {
            return PayloadPath.TryParse(place[FieldStart.Length..^1], out var path, out var problem)
                ? ((request, _) => request.Text(path) is { } value ? Encoding.UTF8.GetBytes(value) : null, null)
                : (null, problem);
        }

        return (null, null);
    }

    // As Twilio does it. A body that is no form is signed by its hash, which then stands in the URL.
    private static byte[]? FormOf(SignedRequest request)
    {
        if (!BodyType.Parse(request.ContentType).IsForm)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(request.Body));
            return request.Body.Length == 0 || request.Url.Contains($"bodySHA256={hash}", StringComparison.OrdinalIgnoreCase) ? [] : null;
        }

        var fields = FormBody.Fields(request.Body).Select(field => (Name: Encoding.UTF8.GetString(field.Name), Value: Encoding.UTF8.GetString(field.Value))).Distinct();
        return Encoding.UTF8.GetBytes(string.Concat(fields
            .OrderBy(field => field.Name, StringComparer.Ordinal)
            .ThenBy(field => field.Value, StringComparer.Ordinal)
            .Select(field => field.Name + field.Value)));
    }
}
