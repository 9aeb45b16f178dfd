namespace Sendra.WebApi.Json;

/// <summary>Reads text that is to be a time, for fields whose validators judge it.</summary>
internal sealed class TimeTextConverter() : TextConverter(UtcTimeConverter.Expected);
