namespace Tessera.Simulation.People;

/// <summary>First and last names per culture. All of them are common names; none belongs to anybody in particular.</summary>
internal static class NameBook
{
    // In the order of NameCulture.
    private static readonly (string[] First, string[] Last)[] Books =
    [
        (Split("Olivia James Emma William Ava Henry Sophie Jack Grace Oliver Mia Noah Chloe Ethan Ella Daniel Lily Samuel Hannah Ryan Zoe Adam Ruby Luke"),
            Split("Smith Johnson Brown Taylor Wilson Davies Evans Thomas Walker White Hughes Green Hall Clarke Baker Turner Cooper Ward Reed Price Morgan Foster Hayes Brooks")),
        (Split("Anna Lukas Lena Jonas Marie Felix Laura Paul Julia Maximilian Sophia Leon Katharina Tim Clara Jan Johanna Moritz Eva Stefan Nina Tobias Greta Bram"),
            Split("Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Hoffmann Koch Richter Klein Wolf Schröder Neumann Braun Zimmermann Krüger Hofmann Lange Bakker Jansen Huber Gruber")),
        (Split("Camille Louis Manon Hugo Léa Jules Chloé Lucas Inès Arthur Sarah Nathan Jeanne Gabriel Alice Théo Louise Antoine Juliette Maxime"),
            Split("Martin Bernard Dubois Petit Durand Leroy Moreau Laurent Lefebvre Michel Garcia Roux Fournier Girard Bonnet Lambert Fontaine Rousseau Vincent Chevalier")),
        (Split("Lucía Mateo Sofía Hugo Martina Pablo Paula Daniel Valeria Álvaro Carmen Diego Elena Javier Alba Adrián Sara Carlos Irene Miguel"),
            Split("García Martínez López Sánchez González Pérez Rodríguez Fernández Gómez Ruiz Díaz Moreno Jiménez Álvarez Romero Torres Navarro Ramos Vega Castro")),
        (Split("Giulia Leonardo Sofia Francesco Aurora Alessandro Martina Lorenzo Chiara Matteo Elisa Andrea Sara Davide Anna Marco"),
            Split("Rossi Ferrari Russo Bianchi Romano Gallo Costa Fontana Conti Esposito Ricci Bruno Greco Marino Lombardi Moretti")),
        (Split("Astrid Erik Freja Lars Ida Oskar Linnea Nils Maja Axel Elsa Viktor Signe Emil Karin Magnus"),
            Split("Andersson Johansson Nielsen Hansen Larsen Karlsson Svensson Lindberg Nyström Holm Berg Dahl Lund Ekström Sandberg Wikström")),
        (Split("Zofia Jakub Julia Jan Maja Piotr Anna Michał Katarzyna Tomasz Agnieszka Paweł Magdalena Kamil Ewa Marek"),
            Split("Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Mazur Krawczyk Piotrowski Grabowski Pawlak")),
        (Split("Aarav Ananya Vihaan Diya Arjun Isha Rohan Priya Karthik Meera Aditya Kavya Rahul Sneha Nikhil Pooja"),
            Split("Sharma Patel Singh Kumar Gupta Reddy Iyer Nair Mehta Rao Joshi Desai Chopra Bose Menon Kapoor")),
        (Split("Haruto Yui Sota Hina Ren Aoi Yuto Sakura Kaito Mio Riku Rin Daiki Mei Takumi Nana"),
            Split("Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki Matsumoto Inoue Kimura")),
        (Split("Ana João Beatriz Pedro Mariana Lucas Laura Gabriel Inês Tiago Júlia Rafael Camila Bruno Carolina Miguel"),
            Split("Silva Santos Oliveira Souza Pereira Costa Ferreira Almeida Carvalho Ribeiro Lopes Gomes Martins Rocha Barbosa Teixeira")),
    ];

    /// <summary>The first names of a culture.</summary>
    public static IReadOnlyList<string> First(NameCulture culture) => Books[(int)culture].First;

    /// <summary>The last names of a culture.</summary>
    public static IReadOnlyList<string> Last(NameCulture culture) => Books[(int)culture].Last;

    private static string[] Split(string names) => names.Split(' ');
}
