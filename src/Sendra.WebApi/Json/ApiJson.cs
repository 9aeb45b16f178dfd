using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Sendra.Domain.Events;

namespace Sendra.WebApi.Json;

/// <summary>The one JSON dialect of the API: strict in what is read, stable in what is written.</summary>
internal static class ApiJson
{
    // Around the properties there are at most a few levels of contract: the body, a batch's list, its item.
    private const int ContractDepth = 16;

    /// <summary>The dialect, for use outside MVC.</summary>
    public static readonly JsonSerializerOptions Options = MakeOptions();

    /// <summary>Sets options to the dialect.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.AllowTrailingCommas = false;
        options.ReadCommentHandling = JsonCommentHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = ReceivedEvent.MaxPropertiesDepth + ContractDepth;

        // Answers are application/json and never part of a page, so only what JSON itself requires is escaped.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new ChoiceConverter());
        options.Converters.Add(new RawJsonConverter());
        options.Converters.Add(new TypedIdJsonConverter());
        options.Converters.Add(new TextConverter());
        options.Converters.Add(new UtcTimeConverter());
    }

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        Configure(options);
        options.MakeReadOnly();
        return options;
    }
}
