using System.Globalization;
using MrsDiag.Sources;
using MrsDiag.Sources.Values;

namespace MrsDiag.Endpoints;

/// <summary>Makes an observation of an object that was saved, sent through remoting, or came from a job.</summary>
internal static class ObservationReader
{
    /// <summary>Reads it whole.</summary>
    /// <typeparam name="T">What it is.</typeparam>
    /// <param name="view">The object. Properties that it lacks keep their defaults.</param>
    /// <param name="path">Where it stands in what was given, for messages; or empty.</param>
    /// <returns>The observation.</returns>
    /// <exception cref="EndpointInputException">A value cannot be read, or a newer version wrote it; the message names the property.</exception>
    public static T Read<T>(IObjectView view, string path)
        where T : class, ISavedObservation, new()
    {
        T observation = new();
        CheckFormat(view, path, observation.Format);
        new RecordReader().Fill(observation, view, path);
        if (observation.Uri.Length == 0 && observation.Host.Length == 0)
            throw Invalid($"{Prefix(path)}Uri and Host are empty: the object is no saved observation, or only a part of one.");
        return observation;
    }

    /// <summary>The error of a saved observation.</summary>
    public static EndpointInputException Invalid(string message) => new("ObservationInvalid", message);

    /// <summary>The error of an object of which only a text is left.</summary>
    public static EndpointInputException Flattened(string path) => Invalid(
        $"{path} is only a text: the result was saved by a session that had not loaded MrsDiag, or with too small a -Depth. "
        + "Save it where MrsDiag is loaded, or with Export-Clixml -Depth 8.");

    private static void CheckFormat(IObjectView view, string path, int ownFormat)
    {
        if (view.Get("Format") is not { } value)
            return;
        string text = ObjectValues.ToText(value);
        bool isNumber = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int format);
        if (!isNumber || format < 1)
            throw Invalid($"{Prefix(path)}Format is '{PastedText.Show(text)}', which is not the number of a layout.");
        if (format > ownFormat)
            throw Invalid(NewerFormat(path, format, ownFormat));
    }

    private static string NewerFormat(string path, int format, int ownFormat) => string.Format(
        CultureInfo.InvariantCulture,
        "{0}Format is {1}: a newer version of MrsDiag wrote this observation. This version reads layouts up to {2}; update it.",
        Prefix(path), format, ownFormat);

    private static string Prefix(string path) => path.Length == 0 ? "" : path + ".";
}
