using System.Text.Json.Serialization;

namespace Sendra.Benchmarks.Limit;

/// <summary>JSON without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LimitBody))]
[JsonSerializable(typeof(LimitAnswer))]
internal sealed partial class LimitJson : JsonSerializerContext;
