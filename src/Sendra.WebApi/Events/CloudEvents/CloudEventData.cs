using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using FluentValidation;
using Microsoft.Net.Http.Headers;
using Sendra.Domain.Common;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Events.CloudEvents;

/// <summary>The data of an event as its properties: JSON exactly as it is, text as JSON text.</summary>
internal static class CloudEventData
{
    private const string DataField = "data";

    /// <summary>The properties of an event in JSON; null when it has no data.</summary>
    /// <exception cref="ValidationException">The data can't be read; the message names the attribute.</exception>
    public static RawJson? Of(CloudEvent cloudEvent)
    {
        if (cloudEvent.DataBase64 is not { } base64)
        {
            return cloudEvent.Data;
        }

        if (cloudEvent.Data is not null)
        {
            throw JsonBody.Wrong("data_base64", "can't stand beside data");
        }

        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length)
            ? Of(bytes.AsSpan(0, length), cloudEvent.DataContentType, "data_base64")
            : throw JsonBody.Wrong("data_base64", "must be base64");
    }

    /// <summary>The properties of an event whose data are a body; null when it is empty.</summary>
    /// <exception cref="ValidationException">The data can't be read; the message names the attribute.</exception>
    public static RawJson? Of(ReadOnlySpan<byte> utf8, string? contentType, string field = DataField)
    {
        if (utf8.IsEmpty)
        {
            return null;
        }

        if (!MediaTypeHeaderValue.TryParse(contentType ?? "application/json", out var type))
        {
            throw JsonBody.Wrong("datacontenttype", "must be a media type, like application/json");
        }

        if (type.Charset.HasValue && !Encoding.UTF8.WebName.Equals(HeaderUtilities.RemoveQuotes(type.Charset).Value, StringComparison.OrdinalIgnoreCase))
        {
            throw JsonBody.Wrong("datacontenttype", "must be in utf-8");
        }

        if ((type.Suffix.HasValue ? type.Suffix : type.SubType).Equals("json", StringComparison.OrdinalIgnoreCase))
        {
            return Json(utf8, field);
        }

        return type.Type.Equals("text", StringComparison.OrdinalIgnoreCase) && Utf8.IsValid(utf8)
            ? new RawJson(JsonSerializer.Serialize(Encoding.UTF8.GetString(utf8), ApiJson.Options))
            : throw JsonBody.Wrong("datacontenttype", "must be JSON, or text in utf-8: events keep no binary data");
    }

    private static RawJson Json(ReadOnlySpan<byte> utf8, string field)
    {
        try
        {
            return (RawJson)JsonBody.Read(utf8, typeof(RawJson));
        }
        catch (ValidationException invalid)
        {
            throw new ValidationException(invalid.Errors.Select(failure =>
                new FluentValidation.Results.ValidationFailure(field, failure.ErrorMessage.Replace(JsonBody.WholeBody, field, StringComparison.Ordinal))));
        }
    }
}
