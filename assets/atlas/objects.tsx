<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.10" name="objects" tilewidth="344" tileheight="218" tilecount="93" columns="0" objectalignment="bottom">
 <tileoffset x="0" y="14"/>
 <grid orientation="isometric" width="64" height="32"/>
 <tile id="0" type="house_thatch" x="2" y="1270" width="132" height="102">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="1" type="house_tile" x="2" y="1054" width="152" height="108">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="2" type="house_court" x="2" y="916" width="200" height="136">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="3" type="granary" x="406" y="916" width="184" height="132">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="4" type="granary_slack" x="592" y="916" width="184" height="132">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="5" type="hall" x="654" y="594" width="232" height="150">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="6" type="hall_closed" x="2" y="764" width="232" height="150">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="7" type="office" x="664" y="764" width="204" height="138">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="8" type="workshop" x="270" y="1270" width="136" height="100">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="9" type="school" x="778" y="916" width="172" height="120">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="10" type="house_thatch_shut" x="136" y="1270" width="132" height="102">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="11" type="house_tile_shut" x="156" y="1054" width="152" height="108">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="12" type="threshing_full" x="794" y="1164" width="160" height="102">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="13" type="threshing_empty" x="632" y="1164" width="160" height="102">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="14" type="furnace_cold" x="788" y="1270" width="88" height="78">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="15" type="furnace_lit.0" x="2" y="222" width="104" height="192">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="16" type="dam_0" x="348" y="594" width="304" height="168">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="17" type="dam_1" x="586" y="416" width="324" height="170">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="18" type="dam_2" x="240" y="416" width="344" height="172">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="19" type="dam_3" x="2" y="594" width="344" height="168">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="20" type="bridge_a" x="408" y="1270" width="188" height="90">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="21" type="bridge_b" x="598" y="1270" width="188" height="90">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="22" type="slogan.0" x="2" y="1374" width="120" height="76">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="23" type="slogan.1" x="124" y="1374" width="120" height="76">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="24" type="slogan.2" x="246" y="1374" width="120" height="76">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="25" type="hill_dense" x="248" y="2" width="248" height="206">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="26" type="hill_thin" x="498" y="2" width="240" height="200">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="27" type="hill_stumps" x="588" y="222" width="240" height="176">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="28" type="speaker" x="878" y="1270" width="56" height="78">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="29" type="straw" x="814" y="1452" width="56" height="42">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="30" type="sacks" x="736" y="1516" width="52" height="30">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="31" type="firewood" x="844" y="1516" width="48" height="28">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="32" type="pots" x="106" y="1554" width="40" height="22">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="33" type="cart" x="2" y="1516" width="60" height="36">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="34" type="cart_b" x="64" y="1516" width="60" height="36">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="35" type="cart_empty" x="674" y="1516" width="60" height="30">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="36" type="ox" x="252" y="1516" width="40" height="34">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="37" type="hen" x="88" y="1554" width="16" height="24">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="38" type="duck" x="174" y="1554" width="16" height="20">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="39" type="flag" x="936" y="1270" width="48" height="78">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="40" type="basket" x="920" y="1516" width="20" height="26">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="41" type="tree.0" x="754" y="1374" width="72" height="64">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="42" type="tree.1" x="482" y="1452" width="68" height="58">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="43" type="tree.2" x="524" y="1374" width="84" height="68">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="44" type="tree.3" x="300" y="1452" width="68" height="60">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="45" type="pine.0" x="552" y="1452" width="52" height="58">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="46" type="pine.1" x="656" y="1452" width="40" height="52">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="47" type="pine.2" x="160" y="1452" width="56" height="62">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="48" type="poplar.0" x="692" y="1374" width="60" height="66">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="49" type="poplar.1" x="428" y="1452" width="52" height="60">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="50" type="stump.0" x="32" y="1554" width="28" height="24">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="51" type="stump.1" x="148" y="1554" width="24" height="22">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="52" type="reeds.0" x="894" y="1516" width="24" height="28">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="53" type="reeds.1" x="482" y="1516" width="28" height="32">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="54" type="fence" x="942" y="1516" width="68" height="24">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="55" type="notice" x="168" y="1516" width="20" height="36">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="56" type="hill_b_dense" x="2" y="2" width="244" height="218">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="57" type="hill_b_thin" x="740" y="2" width="236" height="196">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="58" type="hill_b_stumps" x="108" y="222" width="236" height="190">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="59" type="yaodong" x="310" y="1054" width="224" height="104">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="60" type="yaodong_shut" x="536" y="1054" width="200" height="104">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="61" type="house_south" x="738" y="1054" width="152" height="104">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="62" type="house_south_shut" x="2" y="1164" width="152" height="104">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="63" type="house_south_court" x="236" y="764" width="212" height="138">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="64" type="well" x="918" y="1452" width="52" height="38">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="65" type="waterwheel" x="610" y="1374" width="80" height="68">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="66" type="treadle_pump" x="698" y="1452" width="60" height="46">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="67" type="buffalo" x="126" y="1516" width="40" height="36">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="68" type="donkey" x="972" y="1452" width="36" height="38">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="69" type="bamboo.0" x="370" y="1452" width="56" height="60">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="70" type="bamboo.1" x="606" y="1452" width="48" height="54">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="71" type="camphor.0" x="426" y="1374" width="96" height="68">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="72" type="camphor.1" x="218" y="1452" width="80" height="60">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="73" type="tea.0" x="192" y="1554" width="64" height="18">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="74" type="tea.1" x="258" y="1554" width="64" height="16">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="75" type="jujube.0" x="760" y="1452" width="52" height="46">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="76" type="jujube.1" x="872" y="1452" width="44" height="42">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="77" type="scrub.0" x="2" y="1554" width="28" height="24">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="78" type="scrub.1" x="62" y="1554" width="24" height="24">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="79" type="hill_loess" x="346" y="222" width="240" height="176">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="80" type="hill_b_loess" x="2" y="416" width="236" height="176">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="81" type="house_court_shut" x="204" y="916" width="200" height="136">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="82" type="house_south_court_shut" x="450" y="764" width="212" height="138">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="83" type="furnace_rising" x="368" y="1374" width="56" height="70">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="84" type="ore" x="790" y="1516" width="52" height="28">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="85" type="bricks" x="432" y="1516" width="48" height="32">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="86" type="yaodong_b" x="156" y="1164" width="240" height="102">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="87" type="yaodong_b_shut" x="398" y="1164" width="232" height="102">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="88" type="bank_left" x="828" y="1374" width="156" height="62">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="89" type="bank_right" x="2" y="1452" width="156" height="62">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="90" type="mudwall_a" x="512" y="1516" width="160" height="30">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="91" type="mudwall_b" x="294" y="1516" width="136" height="32">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
 <tile id="92" type="millstone" x="190" y="1516" width="60" height="34">
  <image source="objects.png" width="1024" height="1580"/>
 </tile>
</tileset>
