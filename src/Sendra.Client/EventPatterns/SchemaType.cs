namespace Sendra.Client.EventPatterns;

/// <summary>What a schema may ask of a property.</summary>
public enum SchemaType
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Text,
    Number,
    Boolean,
    Date,
    Object,
    List,
}
